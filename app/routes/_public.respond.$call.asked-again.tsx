import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  callAddress,
  formAddress,
  formPlaceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import {
  findAskedAgain,
  moveToNewVersion,
} from "#app/domain/drafts/asked-again.server.ts";
import { findPageToAskAgainAt } from "#app/domain/drafts/draft-answers.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { readDraftMark } from "#app/http/request/draft-mark.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import {
  findRespondent,
  leadFromClosed,
  leadFromDraft,
  requireRespondent,
  type Respondent,
} from "#app/http/request/respondent.server.ts";
import { describeAskedAgain } from "#app/screens/public/asked-again.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftMark } from "#app/ui/draft-mark.tsx";
import { Exit } from "#app/ui/exit-page.tsx";
import { Said } from "#app/ui/language.tsx";
import { PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "askedAgain", data?.language);

export const handle: RouteHandle = { enhances: true };

/** What has to be asked again of somebody who began before the form was changed, and why. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, answer, draft, language } = respondent;
  const closed = leadFromClosed(respondent);
  if (closed) throw closed;
  const again = draft ? await findAskedAgain(context.db, call, draft) : [];
  if (!draft || again.length === 0)
    throw redirect(formAddress(call.slug, answer.draft), 303);
  const view = describeAskedAgain(call, { ...draft, language }, again);
  const { heading } = wordsIn(language).askedAgain;
  return {
    ...view,
    title: pageTitle(context, wordsIn(language), heading),
  };
}

/** Goes on with the form as it is now, at what is asked again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const draftMark = await readDraftMark(request, context);
  const respondent = await findRespondent(
    request,
    context,
    params.call,
    draftMark,
  );
  const { call, draft } = respondent;
  const elsewhere =
    (await leadFromDraft(respondent, context)) ?? leadFromClosed(respondent);
  if (elsewhere) return elsewhere;
  if (!draft) return redirect(callAddress(call.slug), 303);
  const moving = { draftId: draft.id, now: context.now() };
  const again = await moveToNewVersion(context.db, moving);
  return redirect(await pathAfter(respondent, draft, again, context), 303);
}

async function pathAfter(
  { call, answer }: Respondent,
  draft: NonNullable<Respondent["draft"]>,
  again: { page: { id: string } }[],
  { db }: Pick<RequestContext, "db">,
): Promise<string> {
  // A second press finds it moved: it leads to where the form goes on.
  if (again.length === 0) return formAddress(call.slug, answer.draft);
  const place = findPageToAskAgainAt(
    {
      ...{ definition: call.definition, answers: draft.answers },
      files: await selectDraftAttachments(db, draft.id),
    },
    again.map(({ page }) => page.id),
  );
  if (!place) return formPlaceAddress(answer, "check");
  const from = place.isOnlyOne ? { from: "check" } : undefined;
  return questionPageAddress(answer, place.pageId, new URLSearchParams(from));
}

export default function AskedAgain() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language).askedAgain;
  return (
    <PageBody before={view.care && <Exit care={view.care} />}>
      <TwoThirds>
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{view.lead}</p>
        <ul className="govuk-list govuk-list--bullet">
          {view.questions.map((label) => (
            <li key={label}>
              <Said text={label} />
            </li>
          ))}
        </ul>
        <h2 className="govuk-heading-m">{words.why}</h2>
        {view.reasons.map((reason) => (
          <p className="govuk-body" key={reason}>
            <Said text={reason} />
          </p>
        ))}
        <p className="govuk-body">{words.kept}</p>
        <form method="post" action={view.ownPath} noValidate>
          <DraftMark publicId={view.draftMark} />
          <Button>{view.goOn}</Button>
        </form>
      </TwoThirds>
    </PageBody>
  );
}
