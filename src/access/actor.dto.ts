export class NamedView {
  id!: string;
  name!: string;
}

/** A person, as the reader may know them: by name, or by organization and pseudonym. */
export class ActorView {
  /** The membership. */
  id!: string;
  name!: string;
  /** For which organization. */
  organization!: NamedView;
}
