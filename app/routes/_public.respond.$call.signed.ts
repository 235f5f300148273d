import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { draftNamedIn, formPlaceAddress } from "#app/addresses.ts";
import type { LanguageOf } from "#app/domain/responses/reading-language.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import { readDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import { requirePublicCall } from "#app/http/request/respondent.server.ts";
import { sendSignedReceipt } from "#app/http/request/signed-receipt.server.ts";
import { wordsIn } from "#app/words/words.ts";

/** The signed receipt, for the browser that sent the response, while the receipt is shown there. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { call } = await requirePublicCall(context, params.call);
  const holderKey = readDraftHolder(request, context);
  const publicId = draftNamedIn(new URL(request.url).searchParams);
  const answer = { slug: call.slug, draft: publicId };
  const sentPath = formPlaceAddress(answer, "sent");
  if (!holderKey) return redirect(sentPath, 303);
  const { db, env, now } = context;
  const of = {
    ...{ callId: call.id, holderKey, secret: env.secret, now: now() },
    languageOf: (sent: Parameters<LanguageOf>[0]) =>
      speakOfCall(request, context, sent),
  };
  const sent = await findSentResponse(db, { ...of, publicId });
  if (!sent) return redirect(sentPath, 303);
  const { responseId, reference, language } = sent;
  const fileName = wordsIn(language).signedReceipt.fileName(reference);
  const file = await sendSignedReceipt(context, { responseId, fileName });
  return file ?? redirect(sentPath, 303);
}
