import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  callAddress,
  comeBackAddress,
  formAddress,
  formPlaceAddress,
} from "#app/addresses.ts";
import {
  hasResumeCode,
  makeResumeCode,
  takeDraftOffDevice,
} from "#app/domain/drafts/resume-codes.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import {
  findRespondent,
  forgetHolderCookie,
  requireRespondent,
} from "#app/http/request/respondent.server.ts";
import { saveForLater } from "./save-form.ts";
import { sendCode } from "./send-code.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeSavePage } from "#app/screens/public/save-page.ts";
import { PageBody, BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { FormErrors, sentText } from "#app/ui/form-reply.tsx";
import { MailCode } from "#app/ui/mail-code.tsx";
import { ResumeCode, ResumeCodeForms } from "#app/ui/resume-code.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "save", data?.language);

export const handle: RouteHandle = { enhances: true, showsOnce: true };

/** "Save and come back later": until when, and a code for any other device. Opening it changes nothing. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, draft } = respondent;
  if (!draft) throw redirect(callAddress(call.slug), 303);
  const hasCode = await hasResumeCode(context.db, draft.id);
  const words = wordsIn(draft.language);
  return {
    title: pageTitle(context, words, words.save.heading),
    ...describeSavePage({
      call,
      draft,
      hasCode,
      offersMail: context.env.mail !== undefined,
      now: context.now(),
    }),
    comeBackAt: new URL(comeBackAddress, context.env.publicBaseUrl).href,
  };
}

const known = knownFields(saveForLater);

/** Makes a code, which the answer shows and nothing else ever does, sends it, or takes the draft off this device. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const mark = form.fields.get("draft");
  const respondent = await findRespondent(
    request,
    context,
    params.call,
    typeof mark === "string" ? mark : undefined,
  );
  const { answer, call, draft, holderKey, language } = respondent;
  const words = wordsIn(language);
  const notAnAddress = { "not-an-address": words.questions.emailFormat };
  const says = { ...words.form.lost, ...notAnAddress };
  const submission = parseForm(form, saveForLater, says);
  const { db, env, now, randomBytes } = context;
  const back = () => redirect(formPlaceAddress(answer, "save"), 303);
  if (!draft || !holderKey) return back();
  const { callId, publicId } = draft;
  const { secret } = env;
  const of = { callId, publicId, holderKey, now: now() };
  if (submission.payload.intent === "mail-code" && env.mail)
    return sendCode(context, { of, call, draft, submission });
  if (submission.status !== "success") return back();
  if (submission.value.intent === "mail-code") return back();
  if (submission.value.intent === "make-code") {
    const made = await makeResumeCode(db, { ...of, secret, randomBytes });
    return data({ code: made?.code });
  }
  const taken = await takeDraftOffDevice(db, of);
  if (!taken.ok) return back();
  const headers = await forgetHolderCookie(context, holderKey);
  const path = formPlaceAddress(answer, "off-device");
  return redirect(path, { status: 303, headers });
}

export default function SaveForLater() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  const refused = reply && "sent" in reply ? reply : undefined;
  const isMailed = reply !== undefined && "isMailed" in reply;
  const code =
    reply && "code" in reply
      ? reply.code
      : sentText(refused, "code") || undefined;
  const of = { ownPath: view.ownPath, draftMark: view.draftMark };
  return (
    <PageBody
      before={
        <BackLink to={formAddress(view.slug, view.draftMark)}>
          {words.save.backToAnswers}
        </BackLink>
      }
    >
      <TwoThirds>
        <FormErrors heading={words.form.errorSummaryHeading} reply={refused} />
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{words.save.heading}</h1>
        <p className="govuk-body">{words.save.saved}</p>
        <p className="govuk-body">{view.until}</p>
        {isMailed && (
          <p className="govuk-inset-text heard-no-print">
            {words.save.mail.sent}
          </p>
        )}
        {code && (
          <ResumeCode
            code={code}
            comeBackAt={view.comeBackAt}
            words={words.save}
          />
        )}
        {code && view.offersMail && !isMailed && (
          <MailCode
            {...of}
            code={code}
            reply={refused}
            errorPrefix={words.form.errorPrefix}
            words={words.save.mail}
          />
        )}
        <ResumeCodeForms
          {...view}
          isShown={code !== undefined}
          words={words.save}
        />
      </TwoThirds>
    </PageBody>
  );
}
