import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersResult } from '../common/answers.js';
import { listPermissions } from './permissions.js';
import { PermissionsView } from './permissions.dto.js';
import { SignedIn } from './requires.js';

@ApiTags('members')
@Controller('permissions')
export class PermissionsController {
  /** Says which roles may do what: the very table by which each request is let in or refused. The same in every workspace. */
  @Get()
  @SignedIn()
  @AnswersResult(PermissionsView)
  list(): PermissionsView {
    return { items: listPermissions() };
  }
}
