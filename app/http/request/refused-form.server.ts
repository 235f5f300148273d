import { parseWithZod, type Submission } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { RequestContext } from "./context.server.ts";
import type { ReceivedForm } from "./received-form.server.ts";

/**
 * A received form as its schema reads it. One that lost something on the way in
 * is never a success: what is saved would not be what was sent. Where the schema
 * gives reasons, `says` has the words for them; on the public side also those for
 * what was lost, in the person's language (`form.lost` of the words).
 */
export function parseForm<Schema extends z.ZodType>(
  form: ReceivedForm,
  schema: Schema,
  says: Readonly<Record<string, string>> = {},
): Submission<z.input<Schema>, string[], z.output<Schema>> {
  const { otherThanSent } = { ...standing, ...says };
  // A schema says itself what a person can mend; the rest no page of ours sends.
  const submission = parseWithZod(form.fields, {
    schema,
    error: () => otherThanSent,
  });
  const lost = lostPartErrors(form, says);
  if (submission.status === "success" && !lost) return submission;
  const found =
    submission.status === "success" ? {} : sayErrors(submission.error, says);
  const error = { ...found, ...lost };
  return { ...submission, status: "error", error };
}

type Errors = Record<string, string[] | null>;

function sayErrors(
  errors: Errors | null | undefined,
  says: Readonly<Record<string, string>>,
): Errors {
  return Object.fromEntries(
    Object.entries(errors ?? {}).map(([field, reasons]) => [
      field,
      reasons && reasons.map((reason) => says[reason] ?? reason),
    ]),
  );
}

/** As the team reads it. */
const standing = {
  partCut: "This was too long, and is cut here. Shorten it",
  partsLeftOut:
    "There was more in this form than it has room for, so nothing was saved. Check what stands here and send it again",
  otherThanSent:
    "This is not as our page sends it, so nothing was saved. Open the page again and choose once more",
};

function lostPartErrors(
  { refusedParts }: ReceivedForm,
  says: Readonly<Record<string, string>>,
) {
  const { partCut, partsLeftOut } = { ...standing, ...says };
  if (refusedParts.length === 0) return undefined;
  return Object.fromEntries(
    refusedParts.map(({ questionId = "", reason }) =>
      reason === "text-too-long"
        ? [questionId, [partCut]]
        : ["", [partsLeftOut]],
    ),
  );
}

type AnySubmission = Pick<
  Submission<unknown, string[], unknown>,
  "status" | "payload"
> & { error?: Record<string, string[] | null> | null };

type Refusal<Also> = {
  /** What the domain has against it, by field; of the whole form under "". */
  errors?: Record<string, string>;
  status?: number;
  headers?: HeadersInit;
  /** Fields that are never sent back: a password. */
  withheld?: readonly string[];
  /** What else the page shows: the other side of a conflict, places to choose from. */
  also?: Also;
};

/** Where a form leads back to is checked by its action, which says it apart. */
const addressFields = ["returnTo", "from"];

/**
 * The one shape of a form that comes back: what was sent, as it was sent, and
 * the first error of each field in the order of the schema, which is the form's.
 */
export function refuseForm<Also extends object = object>(
  context: Pick<RequestContext, "hasFormErrors">,
  submission: AnySubmission,
  refusal: Refusal<Also> = {},
) {
  const { status = 400, headers = {}, also } = refusal;
  // What is shown before it is done comes back too, and nothing is wrong with it.
  context.hasFormErrors = status !== 200;
  const withheld = [...addressFields, ...(refusal.withheld ?? [])];
  const sent = Object.fromEntries(
    Object.entries(submission.payload).flatMap(([name, value]) =>
      withheld.includes(name) ? [] : [[name, asSent(value)]],
    ),
  );
  const errors = { ...firstErrors(submission.error), ...refusal.errors };
  return data({ sent, errors, ...also } as FormReply & Also, {
    status,
    headers,
  });
}

type FormReply = {
  sent: Record<string, string | string[]>;
  errors: Record<string, string>;
};

function asSent(value: unknown): string | string[] {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter(isText) : [];
}

const isText = (value: unknown) => typeof value === "string";

function firstErrors(
  error: Record<string, string[] | null> | null = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(error ?? {}).flatMap(([field, messages]) =>
      messages?.[0] ? [[field, messages[0]]] : [],
    ),
  );
}
