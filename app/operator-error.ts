/**
 * Something around the program is not as it must be: a setting, a file, a
 * server it needs. The message says what to do to whoever started the program,
 * who is shown it and no stack; it holds no secret.
 */
export class OperatorError extends Error {
  override name = "OperatorError";
}
