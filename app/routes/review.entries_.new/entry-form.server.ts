import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Answers, CallPage } from "#app/domain/calls/definition.ts";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import type { HeldScan } from "#app/domain/entries/held-pages.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readForm,
  type RefusedPart,
} from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { describeHeldScan } from "#app/screens/review/scan-pages.ts";
import {
  fieldsOfPage,
  readTypedAnswers,
} from "../_public.respond.$call.$page/page-form.ts";

type Read<Schema extends z.ZodType> = {
  form: ReturnType<typeof parseForm<Schema>>;
  /** What the fields of the questions held, fitting or not. */
  typed: Answers;
  files: StagedFile[];
  refusedParts: RefusedPart[];
  fields: FormData;
};

/** A form in which an entry is keyed in: what is said of it, the answers, and scans. */
export async function readEntryForm<Schema extends z.ZodType>(
  args: ActionFunctionArgs,
  of: {
    page: CallPage;
    schema: Schema;
    says: Readonly<Record<string, string>>;
  },
): Promise<Read<Schema>> {
  const known = new Map([...knownFields(of.schema), ...fieldsOfPage(of.page)]);
  const received = await readForm(args, known);
  const isFile = ({ originalName }: RefusedPart) => originalName !== undefined;
  const refusedParts = received.refusedParts.filter((part) => !isFile(part));
  return {
    form: parseForm({ ...received, refusedParts }, of.schema, of.says),
    fields: received.fields,
    typed: readTypedAnswers(received.fields, of.page),
    files: received.stagedFiles.filter(
      ({ questionId, byteSize }) => questionId === "scan" && byteSize > 0,
    ),
    refusedParts: received.refusedParts.filter(isFile),
  };
}

/** What became of a scan that did not come whole. */
export function tellLostScan(sent: {
  refusedParts: RefusedPart[];
}): string | undefined {
  const [lost] = sent.refusedParts;
  if (!lost) return undefined;
  return lost.reason === "too-big"
    ? "A scan must be smaller. Save it in a lower resolution, or in parts"
    : "A scan did not arrive whole. Choose it again";
}

/** The form again, with all that was typed, and the scans that wait. */
export function refuseEntry(
  context: RequestContext,
  sent: Pick<Read<z.ZodType>, "form" | "typed">,
  refusal: {
    errors: Record<string, string>;
    wrongParts: Record<string, string[]>;
    held?: HeldScan[];
  },
) {
  return refuseForm(context, sent.form, {
    errors: refusal.errors,
    also: {
      typed: sent.typed,
      wrongParts: refusal.wrongParts,
      held: (refusal.held ?? []).map(({ key, name }) => ({ key, name })),
      scans: (refusal.held ?? []).map(describeHeldScan),
    },
  });
}
