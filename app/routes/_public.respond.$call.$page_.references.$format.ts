import { data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  readReferenceFormat,
  referenceFile,
} from "#app/http/request/reference-file.server.ts";
import { evidenceOf } from "./_public.respond.$call.$page/open-evidence.server.ts";
import { openPage } from "./_public.respond.$call.$page/open-page.server.ts";

/** A person's own list as a file; only for the browser that holds the draft. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const format = readReferenceFormat(params.format);
  const open = await openPage({ request, context, params });
  if (!format || !open.draft) throw data(null, { status: 404 });
  const { items } = evidenceOf(open);
  return referenceFile(items, format, { name: "references" });
}
