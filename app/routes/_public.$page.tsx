import {
  data as reply,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPublishedPage } from "#app/domain/portal/own-pages.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeOwnPage } from "#app/screens/public/own-page.ts";
import { PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { OwnPage } from "#app/ui/portal/own-page.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "ownPage", data?.language);

/** A page that the review wrote of itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const published = await findPublishedPage(context.db, params.page ?? "");
  if (!published) throw reply(null, { status: 404 });
  const language = speakOurs(request, context, [published.body]);
  const page = describeOwnPage(published, language);
  const title = pageTitle(context, wordsIn(language), page.heading.text);
  return { title, page, language };
}

export default function OwnPublicPage() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <TwoThirds>
        <OwnPage {...page} />
      </TwoThirds>
    </PageBody>
  );
}
