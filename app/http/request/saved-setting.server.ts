import type {
  Edit,
  EditOutcome,
} from "#app/domain/calls/authoring/working-copy.server.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { editorAddress } from "#app/authoring-addresses.ts";
import type { RequestContext } from "./context.server.ts";
import { redirectWithFlash } from "./flash.server.ts";
import { refuseForm } from "./refused-form.server.ts";

type Refusal<Reason extends string> = Extract<
  EditOutcome<Reason>,
  { ok: false }
>["reason"];

/**
 * Saves what a form sets of a call in its working copy and leads back to all of
 * it, or gives the form back with what is said against it.
 *
 * @param of.words what is said of each refusal, by field
 */
export async function saveSetting<Reason extends string>(
  context: Pick<RequestContext, "db" | "now" | "env" | "hasFormErrors">,
  of: {
    call: { id: number; slug: string };
    staffId: string;
    submission: Parameters<typeof refuseForm>[1];
    edit: (copy: WorkingCopy) => Edit<Reason>;
    words: Record<Refusal<Reason>, Record<string, string>>;
    saved: string;
    /** Where it leads and what is said instead, where somebody goes on there. */
    goesOn?: (copy: WorkingCopy) => { to: string; text: string } | undefined;
  },
) {
  const { call, staffId, submission, edit, words } = of;
  const editing = { callId: call.id, staffId, now: context.now() };
  const done = await editWorkingCopy(context.db, editing, edit);
  if (!done.ok) {
    const isConflict = done.reason === "changed-meanwhile";
    return refuseForm(context, submission, {
      errors: words[done.reason],
      ...{ status: isConflict ? 409 : 400, also: { isConflict } },
    });
  }
  const { to, text } = of.goesOn?.(done.copy) ?? {
    ...{ to: editorAddress(call.slug), text: of.saved },
  };
  return redirectWithFlash(context, to, { kind: "success", text });
}
