/** A reason not to start that whoever starts the program can mend: commands print its message as one line, without a stack. */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
}
