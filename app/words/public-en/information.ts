type Contact = { reviewName: string; contactEmail: string };
type Keeping = { draftDays: number; receiptHours: number };

export type InformationPage = {
  heading: string;
  /** A note for the review's own staff, shown until they have replaced the text. */
  note: string;
  sections: InformationSection[];
};

type InformationSection = { heading: string; text: string };

const whatWeStore = (reviewName: string): InformationSection[] => [
  {
    heading: "What we store",
    text: `${reviewName} stores:

- the answers you write
- the files you send, exactly as you sent them
- the time we received them, and a reference number

We store nothing else about you unless you write it in an answer or a file. If a question asks for your name or how to reach you, we keep that answer apart from the others, and we write down each time someone on our team looks at it.`,
  },
  {
    heading: "What staying anonymous means here",
    text: `You do not need an account to answer. The page of each call lists everything it asks. Where your name or email address is marked optional, you can leave it out, and then you are anonymous.

We do not store your internet address (IP address), your browser or anything else about your device with your answers. To slow down floods of forms, our server counts forms from each network for one hour. Where unusually many come, the count is kept under a code that cannot be turned back into an address without our server’s own key, and is deleted a few hours later. For ten minutes it also counts, in its memory only, how often the same answer comes from one network.

If you ask us to send a resume code to an email address, we keep the address, locked, until the message has gone, and for a day at the longest. Nothing connects it with your answers. So that nobody fills a stranger’s letter box from here, a code that stands for the address, and cannot be turned back into it without that key, is kept for a day.

What you write can still show who you are: for example, the name of a place together with a date. Files can carry the name of the person who made them. Leave out, or change, details that you do not want us to know.`,
  },
  {
    heading: "If you or someone else may be in danger",
    text: `If someone is in danger now, call 999.

We read answers to learn from them. We may not read yours on the day you send it. If an answer tells us that a person may be at serious risk of harm, we may have to pass it on to people who can protect them, even if you asked us not to.

If you stay anonymous, we cannot contact you and may not be able to act: without a name or a place, nobody can be found and helped. If you want someone to act, contact your local council’s children’s or adults’ services, or the police on 101.`,
  },
];

const howItIsKept = ({
  contactEmail,
  draftDays,
  receiptHours,
}: Omit<Contact, "reviewName"> & Keeping): InformationSection[] => [
  {
    heading: "What is kept on your device",
    text: `When you start to answer, we put one cookie on your device. It holds a random number and nothing else, and it lets you come back to your unsent answers, of which there can be several. It is deleted ${draftDays} days after you last saved, or as soon as nothing of yours can be opened with it any more. If you choose a language, another cookie remembers the language and nothing else. We use one more only while you look at what you have sent.

While you type, your browser also keeps what our server does not have yet, so that a lost connection loses no word. It is gone from the browser as soon as our server has it, and when you send or delete your answers. A button on each page of questions turns this off and deletes what was kept; your browser then remembers only that it is off. Nothing on these pages comes from another company.`,
  },
  {
    heading: "How long we keep it",
    text: `We delete answers that you have not sent, and their files, ${draftDays} days after you last saved them. You can delete them yourself at any time before that: then your text, your files and the resume code are gone from our server and from the device on which you delete them, and can be opened nowhere. If another device of yours had lost its connection while you typed there, its browser can hold that last text for up to ${draftDays} days. Copies in the backups that the review makes are kept for as long as it keeps those.

If you make a resume code, whoever has it can open your unsent answers on any device, and read and change them. We store the code only in a form that cannot be read back. It ends when you make a new one, send or delete your answers, or their time is over. You can take your answers off a device, so that only the code opens them: they stay on our server until their time is over.

After you send your answers, you can see them and your receipt code on the device that you sent them from for ${receiptHours} hours, or until you clear them. Each answer that you send has a receipt of its own: clearing one leaves the others.`,
  },
  {
    heading: "Seeing, changing or taking back your answers",
    text: `With its reference number and receipt code you can see what became of your response at any time, see everything we hold about it, and take it back until it is published. The address is on the page that you see after sending, and “What became of what you sent” at the bottom of every page leads there. While you look, one more cookie holds your place; it is deleted half an hour after you last looked, or when you close those pages.

You also have the right to have what we hold corrected or deleted, and to object to how it is used. If you answered without giving your name, we can find your response only by its reference number, and know that it is yours only by its receipt code. Keep both.

Write to ${contactEmail}. If you are not content with our answer, you can complain to the Information Commissioner’s Office at ico.org.uk.`,
  },
];

/**
 * What a person has to be told, as plain text for `Prose`. It describes what
 * Heard does; what the review itself does is for its data-protection officer to write.
 */
export const informationWords = {
  privacy: ({
    reviewName,
    contactEmail,
    draftDays,
    receiptHours,
  }: Contact & Keeping): InformationPage => ({
    heading: "How we look after what you tell us",
    note: "[This text describes what the software does. The review’s data-protection officer adds the legal basis, who the data controller is, and how long sent responses are kept.]",
    sections: [
      ...whatWeStore(reviewName),
      ...howItIsKept({ contactEmail, draftDays, receiptHours }),
    ],
  }),
  accessibility: ({ reviewName, contactEmail }: Contact): InformationPage => ({
    heading: "Accessibility",
    note: "[The review adds the date of its own accessibility test here, and anything the test found.]",
    sections: [
      {
        heading: "What you should be able to do",
        text: `${reviewName} wants everyone to be able to answer. On these pages you should be able to:

- make the text four times as large without losing anything
- use only a keyboard, or only your voice
- listen to the pages with a screen reader
- use your own colours, and print any page
- answer with JavaScript switched off, on an old phone, and on a slow connection

Nothing on these pages runs out of time while you write. Your answers are saved each time you press Continue.`,
      },
      {
        heading: "How these pages were tested",
        text: "The pages are built to meet the Web Content Accessibility Guidelines version 2.2 at level AA. They are tested with an automatic checker, in each state, each time the software changes. An automatic checker finds only some problems, so tell us about those you meet.",
      },
      {
        heading: "What may not work yet",
        text: "The pages are in English and in Welsh. A call may be in English only, or in part: then its pages say so. Files that people send us are not checked for accessibility, and we do not publish them.",
      },
      {
        heading: "If you need another way to answer",
        text: `Write to ${contactEmail} to tell us about a problem, or to answer in a way that suits you better: by email, by letter or by talking to someone.`,
      },
    ],
  }),
};
