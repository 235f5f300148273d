import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { callAddress, formAddress, formPlaceAddress } from "#app/addresses.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { startLateDraft } from "#app/domain/drafts/late-codes.server.ts";
import {
  holderKeyToBegin,
  keepDraftHolder,
} from "#app/http/request/draft-holder.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  giveTyped,
  onlySpeaks,
} from "#app/http/request/speaking-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  findRespondent,
  leadFromDraft,
  type Respondent,
} from "#app/http/request/respondent.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { speaksByTyped, typedFormId } from "#app/ui/language.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "late", data?.language);

export const handle: RouteHandle = { enhances: true, speaksBy: speaksByTyped };

export const headers: HeadersFunction = () => keptByThisBrowser;

const codeField = "code";

/** A closed call that still takes answers from those who were given a code. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, answer, language, opening } = respondent;
  const callPath = callAddress(call.slug);
  if (opening.kind !== "late-by-code") throw redirect(callPath, 303);
  const elsewhere = await leadFromDraft(respondent, context);
  if (elsewhere) throw elsewhere;
  return {
    title: pageTitle(
      context,
      wordsIn(language),
      wordsIn(language).late.heading,
    ),
    callTitle: inLanguage(call.definition.title, language),
    language,
    callPath,
    ownPath: formPlaceAddress(answer, "late"),
  };
}

const lateSchema = z.object({ [codeField]: z.string().default("") });
const known = knownFields(lateSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, language, opening } = respondent;
  if (opening.kind !== "late-by-code")
    return redirect(callAddress(call.slug), 303);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, lateSchema, wordsIn(language).form.lost);
  if (onlySpeaks(request)) return giveTyped(context, submission);
  if (submission.status !== "success") return refuseForm(context, submission);
  const holderKey = await holderKeyToBegin(
    context,
    respondent.holderKey,
    submission.value.code,
  );
  const started = await startLateDraft(context.db, {
    callId: call.id,
    definitionId: call.definitionId,
    language,
    holderKey,
    draft: draftForCode(respondent),
    code: submission.value.code,
    secret: context.env.secret,
    now: context.now(),
    randomBytes: context.randomBytes,
  });
  if (!started.ok) {
    const errors = { [codeField]: wordsIn(language).late.unknown };
    return refuseForm(context, submission, { errors });
  }
  const headers = { "Set-Cookie": keepDraftHolder(context, holderKey) };
  const path = formAddress(call.slug, started.draft.publicId);
  return redirect(path, { status: 303, headers });
}

/** A draft begun before the call closed goes on with the code; one that has a code of its own keeps that. */
function draftForCode({ draft }: Respondent): Draft | undefined {
  return draft?.lateCode === "unused" ? undefined : draft;
}

export default function LateCode() {
  const { language, callTitle, callPath, ownPath } =
    useLoaderData<typeof loader>();
  const words = wordsIn(language);
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      before={<BackLink to={callPath}>{words.draft.backToCall}</BackLink>}
    >
      <TwoThirds>
        <FormErrors heading={words.form.errorSummaryHeading} reply={reply} />
        <span className="govuk-caption-l">
          <Said text={callTitle} />
        </span>
        <form id={typedFormId} method="post" action={ownPath} noValidate>
          <TextField
            {...fieldProps(reply, codeField)}
            label={words.late.heading}
            hint={words.late.hint}
            errorPrefix={words.form.errorPrefix}
            autoComplete="off"
            spellCheck={false}
            isPageHeading
          />
          <Button>{words.form.continue}</Button>
        </form>
      </TwoThirds>
    </PageBody>
  );
}
