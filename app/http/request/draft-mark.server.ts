import type { RequestContext } from "./context.server.ts";
import { sentField } from "./form-errors.server.ts";
import { knownFields } from "./known-fields.server.ts";
import { readForm } from "./received-form.server.ts";

const field = "draft";
const atRiskField = "at-risk";
const trapField = "further-remark";
const known = knownFields(undefined, field, atRiskField, trapField);

type MarkedForm = {
  /** The draft or receipt that the form was shown with; undefined where it does not say. */
  draftMark: string | undefined;
  /** Whoever sends it is worried that somebody may be at risk. */
  isAtRisk: boolean;
  /** Something stands in the field that no person sees. */
  hasFilledTrap: boolean;
};

/** What a form beside a draft's pages says. */
export async function readMarkedForm(
  request: Request,
  context: RequestContext,
): Promise<MarkedForm> {
  if (!request.headers.has("Content-Type"))
    return { draftMark: undefined, isAtRisk: false, hasFilledTrap: false };
  const { fields, refusedParts } = await readForm({ request, context }, known);
  const value = fields.get(field);
  return {
    draftMark: typeof value === "string" ? value.slice(0, 200) : undefined,
    isAtRisk: fields.get(atRiskField) === "yes",
    hasFilledTrap:
      sentField(fields, trapField).trim() !== "" ||
      refusedParts.some(({ questionId }) => questionId === trapField),
  };
}

/** The draft or receipt that a form was shown with; undefined where it does not say. */
export async function readDraftMark(
  request: Request,
  context: RequestContext,
): Promise<string | undefined> {
  return (await readMarkedForm(request, context)).draftMark;
}

/** What the form that sends a response, and the network it comes from, tell of whether a person sent it. */
export function signsOfMachine(
  { hasFilledTrap }: MarkedForm,
  context: Pick<RequestContext, "countSameAgain" | "networkKey" | "now">,
) {
  const { networkKey: from } = context;
  const now = context.now();
  return {
    hasFilledTrap,
    isSentAgain: (what: string) => context.countSameAgain({ what, from, now }),
  };
}
