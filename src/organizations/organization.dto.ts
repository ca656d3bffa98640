import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { IsWords } from '../common/fields.js';
import { PageQuery } from '../common/page.dto.js';

export class CreateOrganizationDto {
  /**
   * One of its kind in the workspace.
   * @example Han River Rights Watch
   */
  @IsWords(120)
  name!: string;
}

export class UpdateOrganizationDto extends PartialType(CreateOrganizationDto, { skipNullProperties: false }) {}

export class OrganizationsQuery extends PageQuery {
  /** `name`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  sort: string = 'name';
}

/** An NGO, or another body that takes part in a workspace. */
export class OrganizationView {
  id!: string;
  name!: string;
  version!: number;
}
