import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { speakOurs } from "#app/http/request/language.server.ts";
import { findStandingText } from "#app/http/request/standing-text.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { reviewNameOf } from "#app/http/request/review-name.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeStandingText } from "#app/screens/public/own-page.ts";
import { StandingText } from "#app/ui/portal/standing-text.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "privacy", data?.language);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await findStandingText(context, "privacy");
  const own = found.published ? [found.published.body] : [];
  const language = speakOurs(request, context, own);
  const reviewName = reviewNameOf(context, language);
  const text = describeStandingText({ ...found, reviewName }, language);
  return {
    ...{ text, language },
    title: pageTitle(context, wordsIn(language), text.heading),
  };
}

export default function Privacy() {
  return <StandingText {...useLoaderData<typeof loader>().text} />;
}
