import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findStandingText } from "#app/http/request/standing-text.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeStandingText } from "#app/screens/public/own-page.ts";
import { StandingText } from "#app/ui/portal/standing-text.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "accessibility");

export async function loader({ context }: LoaderFunctionArgs) {
  const found = await findStandingText(context, "accessibility");
  const text = describeStandingText(found, "en");
  return { text, title: pageTitle(context, wordsIn("en"), text.heading) };
}

export default function Accessibility() {
  return <StandingText {...useLoaderData<typeof loader>().text} />;
}
