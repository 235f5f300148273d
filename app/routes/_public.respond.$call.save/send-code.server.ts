import { data } from "@remix-run/node";
import { z } from "zod";
import { comeBackAddress, inLanguageAddress } from "#app/addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import { type DraftUntil, draftUntil } from "#app/domain/drafts/draft-until.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import {
  findResumeCode,
  mailResumeCode,
  type OneDraft,
} from "#app/domain/drafts/resume-codes.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { countMail } from "#app/http/request/mail-throttle.server.ts";
import {
  type parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { wordsIn } from "#app/words/words.ts";
import type { saveForLater } from "./save-form.ts";

/** Also where the rest of the form is refused. */
const typedCode = z.string().catch("");

type Sending = {
  of: OneDraft;
  call: Call;
  draft: Draft;
  submission: ReturnType<typeof parseForm<typeof saveForLater>>;
};

/**
 * Sends the code that the page shows to an address. We keep no copy of the code:
 * it comes with the form, and is sent only where it is this draft's. Whatever
 * becomes of the mail, the page goes on showing it.
 */
export async function sendCode(
  context: RequestContext,
  { of, call, draft, submission }: Sending,
) {
  const { db, env, randomBytes } = context;
  const { secret } = env;
  const words = wordsIn(draft.language);
  const refuseEnded = () =>
    refuseForm(context, submission, {
      errors: { "": words.save.mail.ended },
      status: 409,
      withheld: ["code"],
    });
  const typed = typedCode.parse(submission.payload.code);
  const sought = { ...of, code: typed, secret };
  const code = await findResumeCode(db, sought);
  if (code === undefined) return refuseEnded();
  const asked = submission.status === "success" ? submission.value : undefined;
  if (asked?.intent !== "mail-code") return refuseForm(context, submission);
  const address = asked.email;
  const { publicId } = draft;
  const counted = await countMail({ context, publicId, address });
  if (!counted.ok) {
    const email = words.save.mail.mustWait(counted.waitSeconds);
    return refuseForm(context, submission, { errors: { email }, status: 429 });
  }
  if (counted.isHeldBack) return data({ code, isMailed: true });
  const until = draftUntil(call, draft, of.now);
  const isLeft = await mailResumeCode(db, {
    ...sought,
    letter: {
      to: address,
      ...writeLetter(context, draft.language, { code, until }),
    },
    until: new Date(until.at),
    randomBytes,
  });
  return isLeft ? data({ code, isMailed: true }) : refuseEnded();
}

function writeLetter(
  { env }: Pick<RequestContext, "env">,
  language: Language,
  { code, until }: { code: string; until: DraftUntil },
) {
  const words = wordsIn(language);
  const path =
    language === "en"
      ? comeBackAddress
      : inLanguageAddress(comeBackAddress, language);
  const comeBackAt = new URL(path, env.publicBaseUrl).href;
  return words.codeLetter({ code, comeBackAt, until: words.until(until) });
}
