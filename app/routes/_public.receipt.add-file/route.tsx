import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { AttachmentLimits } from "#app/domain/attachments/attachments.ts";
import { refusalOfPart } from "#app/domain/attachments/attachments.server.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import { addOwnFile } from "#app/domain/revisions/add-file.server.ts";
import { openOwnFileQuestion } from "#app/domain/revisions/own-question.server.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  leadToOwnResponse,
  ownQuestionIdOf,
  requireOwnForForm,
  requireOwnResponse,
} from "#app/http/request/own-response.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  giveTyped,
  noteChosenFiles,
  onlySpeaks,
} from "#app/http/request/speaking-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeAddFile,
  describeFileRefusal,
} from "#app/screens/public/add-file.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { sentText } from "#app/ui/form-reply.tsx";
import { speaksByTypedIn } from "#app/ui/language.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { NoChange } from "../_public.receipt.change/no-change.tsx";
import { AddFileForm, fileField } from "./add-file-form.tsx";
import { giveOwnForm } from "../_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "addFile", data?.language);

export const handle: RouteHandle = {
  enhances: true,
  speaksBy: speaksByTypedIn("form"),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own } = visit;
  const opened = await openQuestion(request, context, own);
  return giveOwnForm(context, visit, {
    ...describeAddFile(own, opened, opened.limits),
  });
}

async function openQuestion(
  request: Request,
  { db, env }: RequestContext,
  { responseId }: { responseId: number },
) {
  const questionId = ownQuestionIdOf(request);
  const opened = await openOwnFileQuestion(db, { responseId, questionId });
  return { ...opened, limits: attachmentLimitsOf(opened.definition, env) };
}

const addSchema = z.object({
  reference: z.string().default(""),
  about: z.string().default(""),
});
const known = knownFields(addSchema);

/** One file, or none: nothing is left of a form that is refused. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { own, headers } = await requireOwnForForm(request, context);
  const { question, reason, limits } = await openQuestion(
    request,
    context,
    own,
  );
  if (!question) throw data(null, { status: 404 });
  const sent = await readAddition({ request, context }, own.language);
  if (onlySpeaks(request)) {
    await noteChosenFiles({ request, context }, fileField);
    return giveTyped(context, sent.submission);
  }
  const to = { own, questionId: question.id, limits };
  const refusal = reason ? { status: 409 } : await add(sent, to, context);
  if (refusal) return refuseForm(context, sent.submission, refusal);
  return leadToOwnResponse(headers);
}

async function readAddition(
  source: Parameters<typeof readForm>[0],
  language: OwnResponse["language"],
) {
  const form = await readForm(source, known);
  const lostAt = (place: ReturnType<typeof placeOf>) =>
    form.refusedParts.filter((part) => placeOf(part) === place);
  const named = lostAt("file");
  // Where a body was cut, whole files of it are named, and not the one in which it was.
  const lost = named.length > 0 ? named : lostAt("cut");
  const rest = { ...form, refusedParts: lostAt("elsewhere") };
  return {
    submission: parseForm(rest, addSchema, wordsIn(language).form.lost),
    files: form.stagedFiles.filter((file) => placeOf(file) === "file"),
    lost: lost.map(refusalOfPart),
  };
}

function placeOf(part: { questionId: string | undefined; reason?: string }) {
  if (part.questionId === fileField) return "file";
  const isCut = part.questionId === undefined && part.reason === "unreadable";
  return isCut ? "cut" : "elsewhere";
}

type Refusal = { errors?: Record<string, string>; status: number };

/** @returns what stands against it; undefined where the response has the file. */
async function add(
  { submission, files, lost }: Awaited<ReturnType<typeof readAddition>>,
  to: { own: OwnResponse; questionId: string; limits: AttachmentLimits },
  { db, attachmentStore, now }: RequestContext,
): Promise<Refusal | undefined> {
  const { own, questionId, limits } = to;
  const { addFile } = wordsIn(own.language).receipt;
  if (submission.status !== "success") return { status: 400 };
  const { reference, about } = submission.value;
  if (reference !== own.reference)
    return { errors: { "": addFile.ofAnother }, status: 409 };
  const refuse = (message: string) => ({
    errors: { [fileField]: message },
    status: 400,
  });
  const [file] = files;
  const [broken] = lost;
  if (files.length + lost.length > 1) return refuse(addFile.oneOnly);
  if (broken) return refuse(describeFileRefusal(own, broken, limits));
  if (!file) return refuse(addFile.none);
  const { responseId } = own;
  const adding = { responseId, questionId, file, about, limits, now: now() };
  const outcome = await addOwnFile(db, attachmentStore, adding);
  if (outcome.ok) return undefined;
  return outcome.reason === "refused"
    ? refuse(describeFileRefusal(own, outcome.refusal, limits))
    : { status: 409 };
}

export default function AddFile() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  const typedLine = sentText(reply, "about");
  return (
    <OwnResponsePage back={words.form.back}>
      {view.form ? (
        <AddFileForm view={view.form} reply={reply} words={words} />
      ) : (
        <NoChange refusal={view.refusal} reply={{ typedLine }} words={words} />
      )}
    </OwnResponsePage>
  );
}
