import { codeOf } from "#app/db/cannot-save.ts";

/** An error for the log: name, code and stack without the message, which may quote what a person typed. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = codeOf(error);
  return {
    name: error.name,
    ...(code !== "" && { code }),
    stack: error.stack?.split("\n").slice(1).join("\n"),
  };
}
