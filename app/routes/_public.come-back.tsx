import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { comeBackAddress, formAddress } from "#app/addresses.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { resumeDraft } from "#app/domain/drafts/resume-codes.server.ts";
import {
  holderKeyToBegin,
  keepDraftHolder,
  readDraftHolder,
} from "#app/http/request/draft-holder.server.ts";
import {
  countGuess,
  forgetGuesses,
} from "#app/http/request/guess-throttle.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  giveTyped,
  onlySpeaks,
} from "#app/http/request/speaking-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { speaksByTyped, typedFormId } from "#app/ui/language.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "comeBack", data?.language);

export const handle: RouteHandle = { enhances: true, speaksBy: speaksByTyped };

export const headers: HeadersFunction = () => keptByThisBrowser;

const codeField = "code";

/** Where a resume code is typed in, on any device. Opening it changes nothing. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const language = speakOurs(request, context);
  const words = wordsIn(language);
  return { language, title: pageTitle(context, words, words.comeBack.heading) };
}

const codeSchema = z.object({ [codeField]: z.string().default("") });
const known = knownFields(codeSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const words = wordsIn(speakOurs(request, context));
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, codeSchema, words.form.lost);
  if (onlySpeaks(request)) return giveTyped(context, submission);
  if (submission.status !== "success") return refuseForm(context, submission);
  const refuse = (message: string, status = 400) =>
    refuseForm(context, submission, { errors: { code: message }, status });
  const guess = { context, to: "resume" as const };
  const counted = await countGuess(guess);
  if (!counted.ok)
    return refuse(words.comeBack.mustWait(counted.waitSeconds), 429);
  const { db, env, now } = context;
  const own = readDraftHolder(request, context);
  const holderKey = await holderKeyToBegin(context, own, undefined);
  const { code } = submission.value;
  const resume = { code, secret: env.secret, holderKey, now: now() };
  const resumed = await resumeDraft(db, resume);
  if (!resumed.ok) return refuse(words.comeBack.refusals[resumed.reason]);
  await forgetGuesses(guess);
  const { callId, publicId } = resumed.draft;
  const { slug } = await findCall(db, callId);
  const headers = { "Set-Cookie": keepDraftHolder(context, holderKey) };
  return redirect(formAddress(slug, publicId), { status: 303, headers });
}

export default function ComeBack() {
  const words = wordsIn(useLoaderData<typeof loader>().language);
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink to="/">{words.footer.links.home}</BackLink>}>
      <TwoThirds>
        <FormErrors heading={words.form.errorSummaryHeading} reply={reply} />
        <form
          id={typedFormId}
          method="post"
          action={comeBackAddress}
          noValidate
        >
          <TextField
            {...fieldProps(reply, codeField)}
            label={words.comeBack.heading}
            hint={words.comeBack.hint}
            errorPrefix={words.form.errorPrefix}
            autoComplete="off"
            spellCheck={false}
            isPageHeading
          />
          <Button>{words.comeBack.open}</Button>
        </form>
        <h2 className="govuk-heading-m">{words.comeBack.helpHeading}</h2>
        {words.comeBack.help.map((line) => (
          <p className="govuk-body" key={line}>
            {line}
          </p>
        ))}
      </TwoThirds>
    </PageBody>
  );
}
