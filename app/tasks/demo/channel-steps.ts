import { randomBytes } from "node:crypto";
import { enterForSender } from "#app/domain/entries/entries.server.ts";
import { readEml } from "#app/domain/entries/emails/read-eml.server.ts";
import { keepEmails } from "#app/domain/entries/emails/received-emails.server.ts";
import { saveView } from "#app/domain/triage/views.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { daysBefore, type Demo, fromEarlierStep, type Step } from "./steps.ts";

const letter = `Dear Review,
I am 71 and have had my daughter's two boys since 2019. Nobody told me I could ask for an allowance until the school did.
Please ask the councils how many grandparents they have told.`;

const email = `From: =?utf-8?Q?Zo=C3=AB_Marchetti?= <zoe.marchetti@northfield.example>
To: answers@steadyground.example
Subject: An answer to your call
Message-ID: <demo-1@northfield.example>
Content-Type: text/plain; charset=utf-8

I could not use the form on my phone, so I write instead.
Keep brothers and sisters together: ours were in three homes for a year.

On Monday you wrote:
> We would like to hear from you.
`;

const slug = "call-for-advice";

/** What comes by other ways than the form, each waiting for a second person, and a list that the team shares. */
export function channelSteps(demo: Demo): Step[] {
  return [
    {
      at: daysBefore(demo, 1.2),
      what: "a letter is keyed in",
      take: () => keyLetter(demo),
    },
    {
      at: daysBefore(demo, 0.9),
      what: "an email is brought",
      take: () => bringEmail(demo),
    },
    {
      at: daysBefore(demo, 0.8),
      what: "a view is shared",
      take: () => shareView(demo),
    },
  ];
}

async function keyLetter(demo: Demo) {
  const { db, staff, secret } = demo;
  const keyed = await enterForSender(db, {
    call: fromEarlierStep(demo.calls, slug),
    actor: staff.imogen,
    channel: "letter",
    receivedAt: daysBefore(demo, 2),
    typed: { "what-first": letter },
    messages: wordsIn("en").questions,
    hasScan: false,
    ...{ secret, randomBytes, now: daysBefore(demo, 1.2) },
  });
  if (!keyed.ok) throw new Error(`The letter: ${keyed.reason}`);
}

async function bringEmail(demo: Demo) {
  const now = daysBefore(demo, 0.9);
  const date = `Date: ${daysBefore(demo, 1).toUTCString()}\n`;
  const bytes = Buffer.from((date + email).replaceAll("\n", "\r\n"));
  const read = await readEml(bytes, now.getTime());
  const callId = fromEarlierStep(demo.calls, slug).id;
  await keepEmails(demo.db, [read], { callId, actor: demo.staff.tomos, now });
}

async function shareView(demo: Demo) {
  const saved = await saveView(demo.db, {
    name: "Kinship carers, not read",
    q: "type:carer state:to-do",
    sort: undefined,
    isShared: true,
    ...{ actor: demo.staff.lead, now: daysBefore(demo, 0.8) },
  });
  if (!saved.ok) throw new Error(`The view: ${saved.reason}`);
}
