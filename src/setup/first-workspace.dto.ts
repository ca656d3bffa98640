import { IsEmail, Matches, MaxLength } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { WorkspaceSettingsDto } from '../organizations/workspace.dto.js';

/** What setup founds: an empty workspace with one organization, whose first administrator is invited. */
export class FirstWorkspaceDto extends WorkspaceSettingsDto {
  /** Its name in paths; never changes. */
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, {
    message: '2 to 40 small letters, digits and "-", a letter first, such as dprk.',
  })
  slug!: string;

  /** The organization that the first administrator belongs to. */
  @IsWords(120)
  organization!: string;

  /** Of the first administrator. */
  @IsEmail({}, { message: 'Not an e-mail address.' })
  @MaxLength(254)
  email!: string;
}
