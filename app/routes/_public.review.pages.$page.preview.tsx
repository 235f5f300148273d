import type {
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { speakInPreview } from "#app/http/request/language.server.ts";
import { requireOwnPage } from "#app/http/request/own-page.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { keptPageAddress } from "#app/page-addresses.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeOwnPage } from "#app/screens/public/own-page.ts";
import { previewMark } from "#app/screens/public/preview.ts";
import { firstTexts } from "#app/screens/review/first-texts.ts";
import {
  nameOfPage,
  previewInOthers,
  previewLanguage,
} from "#app/screens/review/own-pages.ts";
import { PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { OwnPage } from "#app/ui/portal/own-page.tsx";
import { OwnPagePreviewBand } from "#app/ui/portal/preview-band.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "pagePreview", data?.language);

export const headers: HeadersFunction = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
});

/** The working copy of a page in the frame in which the public will read it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const firstOf = firstTexts(context.env);
  const { page, body } = await requireOwnPage(context, params.page, firstOf);
  const { searchParams } = new URL(request.url);
  const language = previewLanguage(body, searchParams.get("language"));
  speakInPreview(context, { definition: body, language });
  const shown = describeOwnPage({ kind: page.kind, body }, language);
  const heading = `${previewMark} ${shown.heading.text}`;
  return {
    ...{ title: pageTitle(context, wordsIn("en"), heading), language },
    page: shown,
    back: {
      to: keptPageAddress(page.slug),
      label: `“${nameOfPage(page.kind, body)}”`,
    },
    others: previewInOthers(page.slug, body, language),
  };
}

export default function PreviewedOwnPage() {
  const { page, back, others } = useLoaderData<typeof loader>();
  return (
    <>
      <OwnPagePreviewBand back={back} others={others} />
      <PageBody>
        <TwoThirds>
          <OwnPage {...page} />
        </TwoThirds>
      </PageBody>
    </>
  );
}
