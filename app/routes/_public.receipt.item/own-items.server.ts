import {
  openOwnEvidence,
  openOwnGroup,
} from "#app/domain/revisions/own-question.server.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { ownQuestionIdOf } from "#app/http/request/own-response.server.ts";
import {
  describeGroupRemoval,
  describeOwnGroup,
} from "#app/screens/public/own-groups.ts";
import {
  describeNoChange,
  describeOwnItems,
  describeRemoval,
} from "#app/screens/public/own-items.ts";

type Sent = { request: Request; context: RequestContext };

/** The pieces of evidence under the question that an address names, and the one of them that it names. */
export async function openItems(
  { request, context }: Sent,
  { responseId }: OwnResponse,
) {
  const asked = new URL(request.url).searchParams;
  const questionId = ownQuestionIdOf(request);
  const opened = await openOwnEvidence(context.db, { responseId, questionId });
  return { opened, asked, itemId: asked.get("item") ?? "" };
}

/** The group whose question an address names. */
export async function openGroup(
  { request, context }: Sent,
  { responseId }: OwnResponse,
) {
  const questionId = ownQuestionIdOf(request);
  return openOwnGroup(context.db, { responseId, questionId });
}

/** The items of either kind, as a list and with the one that is about to be removed; or why nothing of them can be changed. */
export async function openList(sent: Sent, own: OwnResponse) {
  const { opened, itemId } = await openItems(sent, own);
  const { open: group, reason } = await openGroup(sent, own);
  const question = opened.question ?? group?.group;
  const refusal = describeNoChange(own, { question, reason });
  const described = group
    ? {
        list: describeOwnGroup(own, group),
        removal: describeGroupRemoval(own, group, itemId),
      }
    : {
        list: describeOwnItems(own, opened),
        removal: describeRemoval(own, opened, itemId),
      };
  return {
    ...{ question, itemId, refusal, isGroup: group !== undefined },
    ...(refusal ? { list: undefined, removal: undefined } : described),
  };
}
