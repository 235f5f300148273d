import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { draftNamedIn, formPlaceAddress } from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { SentResponse } from "#app/domain/responses/responses.ts";
import type { LanguageOf } from "#app/domain/responses/reading-language.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import { readDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import { requirePublicCall } from "#app/http/request/respondent.server.ts";
import { SpokenContext } from "#app/ui/language.tsx";
import { reviewNameOf } from "#app/http/request/review-name.server.ts";
import { describeSpoken } from "#app/screens/public/spoken.ts";
import { type CopiedAnswer, CopyDocument } from "#app/ui/copy-document.tsx";
import { type Words, wordsIn } from "#app/words/words.ts";

/** The sender's own copy, as a file; only for the browser that sent it, while its receipt is shown. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { call } = await requirePublicCall(context, params.call);
  const holderKey = readDraftHolder(request, context);
  const { db, env, now } = context;
  const publicId = draftNamedIn(new URL(request.url).searchParams);
  const sentPath = formPlaceAddress(
    { slug: call.slug, draft: publicId },
    "sent",
  );
  if (!holderKey) throw redirect(sentPath, 303);
  const of = {
    ...{ callId: call.id, holderKey, secret: env.secret, now: now() },
    languageOf: (sent: Parameters<LanguageOf>[0]) =>
      speakOfCall(request, context, sent),
  };
  const sent = await findSentResponse(db, { ...of, publicId });
  if (!sent) throw redirect(sentPath, 303);
  const words = wordsIn(sent.language);
  const spoken = describeSpoken({
    ...{ speech: context.speech, url: new URL(request.url) },
    ...{ origin: env.publicBaseUrl.origin, isFound: false },
  });
  const html = renderToStaticMarkup(
    <SpokenContext.Provider value={spoken}>
      <Copy
        sent={sent}
        callTitle={inLanguage(call.definition.title, sent.language)}
        reviewName={reviewNameOf(context, sent.language)}
      />
    </SpokenContext.Provider>,
  );
  return new Response(`<!doctype html>\n${html}\n`, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.copy.fileName(sent.reference)}"`,
      "Cache-Control": "no-store",
    },
  });
}

type CopyProps = { sent: SentResponse; callTitle: string; reviewName: string };

function Copy({ sent, callTitle, reviewName }: CopyProps) {
  const words = wordsIn(sent.language);
  return (
    <CopyDocument
      language={sent.language}
      title={words.copy.title(sent.reference)}
      heading={words.copy.heading}
      facts={[
        { label: words.copy.sentTo, value: reviewName },
        {
          label: words.copy.call,
          value: callTitle,
        },
        {
          label: words.copy.receivedAt,
          value: words.times.time(sent.receivedAt),
        },
        { label: words.copy.reference, value: sent.reference, isExact: true },
      ]}
      code={{
        label: words.copy.code,
        value: sent.receiptCode,
        warning: words.copy.codeWarning,
      }}
      answers={{
        heading: words.copy.answers,
        entries: copiedAnswers(sent, words),
      }}
      files={{
        heading: words.copy.filesHeading,
        note: words.copy.filesNote,
        fingerprint: words.copy.fingerprint,
      }}
    />
  );
}

function copiedAnswers(
  { answers }: SentResponse,
  words: Words,
): CopiedAnswer[] {
  return answers.map(({ questionId, label, line, isKeptApart, files }) => ({
    questionId,
    label,
    line: isKeptApart
      ? words.sent.keptApart
      : (line ?? (files.length > 0 ? "" : words.form.notProvided)),
    files: files.map((file) => ({
      ...describeAttachment(file),
      sha256: file.sha256,
    })),
  }));
}
