import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeTranslationXliff } from "#app/domain/calls/authoring/translation/write-xliff.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";
import { requireTranslatedCall } from "#app/http/request/translated-call.server.ts";
import { tellTexts } from "#app/screens/review/call-translation-files.ts";

/** A resource route: the texts of a call for a translator's program. It holds no word of any response. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { call, copy, language } = await requireTranslatedCall(context, params);
  const tell = tellTexts(copy, language);
  const name = `${call.slug}-${language}.xlf`;
  return textFile(writeTranslationXliff(copy, { language, name }, tell), {
    ...{ type: "application/xliff+xml", name },
  });
}
