import type { DrawnLogo, LogoProblem } from "#app/domain/portal/logo.ts";
import { findDrawnLogo, keepLogo } from "#app/domain/portal/logos.server.ts";
import { logoLimits } from "#app/domain/files/logo-drawing.ts";
import type { RequestContext } from "./context.server.ts";
import { tellLostFile } from "./lost-file.server.ts";
import type { ReceivedForm } from "./received-form.server.ts";

/**
 * The logo that a form brings: its file, drawn anew, or the one that it names
 * and that was drawn before.
 *
 * @returns as `form` what is left to be said of it, once the file has been told of
 */
export async function takeLogo(
  { db, now }: Pick<RequestContext, "db" | "now">,
  received: ReceivedForm,
  { staffId, words }: { staffId: string; words: Record<LogoProblem, string> },
): Promise<{
  form: ReceivedForm;
  logo?: DrawnLogo | undefined;
  isNew?: boolean;
  error?: string;
}> {
  const lost = tellLostFile(received, {
    ...{ maxBytes: logoLimits.maxBytes, tooBig: words["too-big"] },
  });
  if (lost) return { form: { ...received, refusedParts: [] }, error: lost };
  const form = received;
  const [file] = received.stagedFiles;
  if (file) {
    const kept = { path: file.stagingPath, staffId, now: now() };
    const drawn = await keepLogo(db, kept);
    return drawn.ok
      ? { form, logo: drawn.logo, isNew: true }
      : { form, error: words[drawn.fault] };
  }
  const named = received.fields.get("logo");
  if (typeof named !== "string" || named === "")
    return { form, error: words["none-chosen"] };
  const logo = await findDrawnLogo(db, named);
  return logo ? { form, logo } : { form, error: words.gone };
}
