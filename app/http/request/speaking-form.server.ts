import { languageParameter } from "#app/addresses.ts";
import type { RequestContext } from "./context.server.ts";
import { type ReceivedForm, readEveryField } from "./received-form.server.ts";
import { refuseForm } from "./refused-form.server.ts";

/**
 * Whether a form was sent only to be read in another language: no form's own
 * address names one, the button that changes it does.
 */
export function onlySpeaks(request: Request): boolean {
  const { searchParams } = new URL(request.url);
  return request.method === "POST" && searchParams.has(languageParameter);
}

type Submitted = Parameters<typeof refuseForm>[1];

/** Such a form as it was typed, with nothing held against it. */
export function giveTyped(
  context: RequestContext,
  submission: Submitted,
  withheld: readonly string[] = [],
) {
  const typed = { ...submission, error: null };
  return refuseForm(context, typed, { status: 200, withheld });
}

/** Has the page say that files are to be chosen again, where such a form had any: of these fields only their names come. */
export async function noteChosenFiles(
  { request, context }: { request: Request; context: RequestContext },
  ...fileFields: string[]
): Promise<void> {
  const sent: ReceivedForm = await readEveryField({ request, context });
  const named = fileFields.some((field) =>
    sent.fields.getAll(field).some((name) => name !== ""),
  );
  if (named || sent.stagedFiles.length > 0) context.chosenFilesAreGone = true;
}
