import type { ActionFunctionArgs } from "@remix-run/node";
import { responseAddress } from "#app/addresses.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import {
  isTooLateFor,
  type ResponseWork,
} from "#app/domain/responses/withdrawal.ts";
import {
  passageSchema,
  responseTagsSchema,
} from "#app/domain/tagging/tagging-forms.ts";
import { keepOtherWork } from "#app/domain/tagging/unsaved-work.server.ts";
import { workFields, type WorkPart } from "#app/domain/tagging/unsaved-work.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { RequestContext } from "./context.server.ts";
import { sentField } from "./form-errors.server.ts";
import { requireResponse } from "./found-response.server.ts";
import { safeReturnPath } from "./guards.server.ts";
import { type KnownFields, knownFields } from "./known-fields.server.ts";
import { readForm } from "./received-form.server.ts";

/*
 * A response's page is one form: whichever part is saved, all of them are sent,
 * and what is not saved with it is kept on the server for the page to come.
 */

const pageFields = [
  ...knownFields(
    undefined,
    "wholePage",
    "view",
    "returnTo",
    ...Object.values(workFields).flat(),
  ),
  // These know how often each of their fields may come.
  ...knownFields(responseTagsSchema),
  ...knownFields(passageSchema),
];

/** The fields an action knows, and those of the other parts of the page it may be sent from. */
export function withPageFields(
  known: ReadonlyMap<string, number>,
): KnownFields {
  return new Map([...pageFields, ...known]);
}

/**
 * Reads the form of a part of a response's page, or of something done there that
 * saves none, for whoever the route's guard let in, and keeps what stands in the
 * other parts: a refusal of the part itself keeps them too.
 *
 * @returns with the path to go back to, which is the response's own where none was sent.
 */
export async function readPageWork(
  { request, context, params }: ActionFunctionArgs,
  { actor, known, ...of }: PageWork,
) {
  const response = await requireResponse(context, actor, params.reference);
  const form = await readForm({ request, context }, known);
  const { fields } = form;
  const { staffId } = actor;
  await keepOtherParts(context, { fields, response, staffId, ...of });
  const own = responseAddress(response.reference);
  const returnTo = safeReturnPath(sentField(fields, "returnTo"), own);
  return { response, form, returnTo };
}

type PageWork = { actor: StaffMember; known: KnownFields; saving?: WorkPart };

/**
 * Keeps what stands in the other parts of the page. To be done before the part
 * itself is saved: a refusal keeps them too.
 */
export function keepOtherParts(
  { db, now }: Pick<RequestContext, "db" | "now">,
  sent: {
    fields: FormData;
    response: VisibleResponse;
    staffId: string;
    saving?: WorkPart;
  },
): Promise<WorkPart[]> {
  const { fields, response, staffId } = sent;
  const saving = isRefusedAlready(sent) ? undefined : sent.saving;
  return keepOtherWork(db, {
    staffId,
    response,
    saving,
    fields: [...fields].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
    isWholePage: fields.has("wholePage"),
    rowVersion: readWholeNumber(sentField(fields, "rowVersion")) || 1,
    now: now(),
  });
}

const workOfPart: Record<WorkPart, ResponseWork> = {
  tags: "tags",
  passage: "passages",
  decision: "decision",
  note: "note",
  flag: "safeguarding",
};

/** What cannot be saved any more is kept like the rest: the form that it stood in is not shown again. */
function isRefusedAlready(sent: {
  response: VisibleResponse;
  saving?: WorkPart;
}): boolean {
  const { response, saving } = sent;
  return saving !== undefined && isTooLateFor(workOfPart[saving], response);
}

const partWords: Record<WorkPart, string> = {
  tags: "tags",
  passage: "a passage",
  decision: "a decision",
  note: "a note",
  flag: "a reason for the flag",
};

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What is not saved yet, in a sentence; empty where everything is. */
export function tellKeptParts(parts: readonly WorkPart[]): string {
  if (parts.length === 0) return "";
  const named = list.format(parts.map((part) => partWords[part]));
  return `Not saved yet, and kept on its page: ${named}.`;
}
