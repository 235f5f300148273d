import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { speakOurs } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { InformationPage } from "#app/ui/information-page.tsx";
import { informationIn, wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "accessibility", data?.language);

export function loader({ request, context }: LoaderFunctionArgs) {
  const language = speakOurs(request, context);
  const { reviewName, reviewContactEmail: contactEmail } = context.env;
  const page = informationIn(language).accessibility({
    reviewName,
    contactEmail,
  });
  return {
    ...page,
    language,
    title: pageTitle(context, wordsIn(language), page.heading),
  };
}

export default function Accessibility() {
  return <InformationPage {...useLoaderData<typeof loader>()} />;
}
