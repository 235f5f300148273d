import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeTranslationCsv } from "#app/domain/calls/authoring/translation/translation-file.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";
import { requireTranslatedCall } from "#app/http/request/translated-call.server.ts";
import { tellTexts } from "#app/screens/review/call-translation-files.ts";

/** A resource route: the texts of a call as a table for a translator. It holds no word of any response. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { call, copy, language } = await requireTranslatedCall(context, params);
  const tell = tellTexts(copy, language);
  return textFile(writeTranslationCsv(copy, language, tell), {
    type: "text/csv",
    name: `${call.slug}-${language}.csv`,
  });
}
