import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';
import { problems } from './problem.js';
import { say } from './words.js';

/** An id in a path: 400 where it is not a UUID at all. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    if (validate(value)) return value.toLowerCase();
    throw problems.invalidInput([{ pointer: `{${data ?? 'id'}}`, code: 'is-uuid', message: say`Ids are UUIDs.` }]);
  }
}
