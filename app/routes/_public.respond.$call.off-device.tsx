import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  anotherAnswerAddress,
  callAddress,
  comeBackAddress,
  draftNamedIn,
} from "#app/addresses.ts";
import { takesAnswers } from "#app/domain/calls/opening.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { requirePublicCall } from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "offDevice", data?.language);

export const handle: RouteHandle = { enhances: true };

/** Says that answers were taken off this device; its script takes what the browser kept of them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { call, opening } = await requirePublicCall(context, params.call);
  const language = speakOfCall(request, context, call);
  const words = wordsIn(language);
  return {
    title: pageTitle(context, words, words.save.offDoneHeading),
    language,
    callSlug: call.slug,
    callPath: callAddress(call.slug),
    draftMark: draftNamedIn(new URL(request.url).searchParams),
    anotherPath: takesAnswers(opening)
      ? anotherAnswerAddress(call.slug)
      : undefined,
  };
}

export default function OffDevice() {
  const { language, callSlug, callPath, draftMark, anotherPath } =
    useLoaderData<typeof loader>();
  const words = wordsIn(language);
  return (
    <PageBody
      before={<BackLink to={callPath}>{words.draft.backToCall}</BackLink>}
    >
      <TwoThirds>
        <div
          data-heard-forget={callSlug}
          data-heard-draft={draftMark}
          data-heard-deleted
          hidden
        />
        <h1 className="govuk-heading-l">{words.save.offDoneHeading}</h1>
        <p className="govuk-body">
          {words.save.offDone}{" "}
          <a className="govuk-link" href={comeBackAddress}>
            {words.comeBack.link}
          </a>
        </p>
        <p className="govuk-body">{words.deletion.doneHistory}</p>
        {anotherPath && (
          <p className="govuk-body">
            <a className="govuk-link" href={anotherPath}>
              {words.held.ownAnswers}
            </a>
          </p>
        )}
      </TwoThirds>
    </PageBody>
  );
}
