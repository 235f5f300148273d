import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  draftNamedIn,
  formPlaceAddress,
  receiptAddress,
} from "#app/addresses.ts";
import {
  clearReceipt,
  findSentDraft,
} from "#app/domain/drafts/sent-drafts.server.ts";
import type { LanguageOf } from "#app/domain/responses/reading-language.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import { readDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { readDraftMark } from "#app/http/request/draft-mark.server.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import {
  forgetHolderCookie,
  requirePublicCall,
} from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Exit } from "#app/ui/exit-page.tsx";
import { PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import { ReceiptPage } from "./receipt.tsx";
import { describeSent, type SentPage } from "#app/screens/public/sent.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "sent", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { call, opening } = await requirePublicCall(context, params.call);
  const holderKey = readDraftHolder(request, context);
  const { db, env, now } = context;
  // Where there is no receipt, the call alone says what there is to choose from.
  const language = speakOfCall(request, context, call);
  const languageOf = (sent: Parameters<LanguageOf>[0]) =>
    speakOfCall(request, context, sent);
  const of = {
    ...{ callId: call.id, secret: env.secret, now: now() },
    languageOf,
  };
  const { searchParams } = new URL(request.url);
  const isCleared = searchParams.has("cleared");
  const publicId = draftNamedIn(searchParams);
  // Whoever has had a receipt cleared sees none, not the one before it.
  const sent =
    holderKey && !isCleared
      ? await findSentResponse(db, { ...of, holderKey, publicId })
      : undefined;
  const comeBackTo = new URL(receiptAddress, env.publicBaseUrl).href;
  const page = describeSent({
    ...{ call, opening, sent, language, isCleared, comeBackTo },
  });
  return data(page, { status: sent || isCleared ? 200 : 404 });
}

/** "Clear it from this device": the receipt that was shown, and no other; the response stays. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { call } = await requirePublicCall(context, params.call);
  const holderKey = readDraftHolder(request, context);
  const any = { slug: call.slug, draft: undefined };
  const path = formPlaceAddress(any, "sent", "cleared");
  if (!holderKey) return redirect(path, 303);
  const { db, now } = context;
  const of = { callId: call.id, holderKey, now: now() };
  const publicId =
    (await readDraftMark(request, context)) ??
    draftNamedIn(new URL(request.url).searchParams) ??
    (await findSentDraft(db, of))?.publicId;
  if (publicId) await clearReceipt(db, { ...of, publicId });
  const headers = await forgetHolderCookie(context, holderKey);
  return redirect(path, { status: 303, headers });
}

export default function Sent() {
  const page = useLoaderData<typeof loader>();
  const words = wordsIn(page.language);
  return (
    <PageBody before={page.care && <Exit care={page.care} />}>
      <TwoThirds>
        {page.receipt ? (
          <ReceiptPage page={page} receipt={page.receipt} words={words} />
        ) : (
          <NoReceipt page={page} words={words} />
        )}
      </TwoThirds>
    </PageBody>
  );
}

function NoReceipt({ page, words }: { page: SentPage; words: Words }) {
  const { cleared, gone, goneCode, backToCall } = words.sent;
  const lines = page.isCleared ? [cleared] : [gone, goneCode];
  return (
    <>
      <h1 className="govuk-heading-l">{page.heading}</h1>
      {lines.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={page.callPath}>
          {backToCall}
        </a>
      </p>
    </>
  );
}
