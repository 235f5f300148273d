/**
 * The Call for Advice in Welsh, by its English words. Written for the demo and
 * read by no translator. What the harmonised standards ask about the person is
 * left in English: its Welsh words are the standards' own to give.
 */
export const callForAdviceInWelsh: Record<string, string> = {
  "Call for Advice": "Galwad am Gyngor",
  "Tell us how this review should be run, what it should look at first, and who it must not forget.":
    "Dywedwch wrthym sut y dylid cynnal yr adolygiad hwn, beth y dylai edrych arno gyntaf, a phwy na ddylai eu hanghofio.",
  [`The Steady Ground Review has been asked how every child in care, or close to it, can grow up safe, loved and with people they can count on.

Before we decide how to do that, we want advice from people who know. We want to hear:

- what the review should look at first
- how we should listen to children, young people and families
- what earlier reviews got wrong

You do not need to answer every question.`]:
    `Gofynnwyd i Adolygiad Steady Ground sut y gall pob plentyn mewn gofal, neu’n agos at fod mewn gofal, dyfu i fyny’n ddiogel, yn cael eu caru, a chyda phobl y gallant ddibynnu arnynt.

Cyn i ni benderfynu sut i wneud hynny, rydym eisiau cyngor gan bobl sy’n gwybod. Hoffem glywed:

- beth y dylai’r adolygiad edrych arno gyntaf
- sut y dylem wrando ar blant, pobl ifanc a theuluoedd
- beth wnaeth adolygiadau cynharach yn anghywir

Nid oes rhaid i chi ateb pob cwestiwn.`,
  [`Anyone. You may have been in care, be a parent, a carer or a relative, work with children, or have something else to tell us.

You can answer for yourself or for an organisation. If you are under 16, you can answer by yourself; it may help to talk to an adult you trust first.`]:
    `Unrhyw un. Efallai eich bod wedi bod mewn gofal, yn rhiant, yn ofalwr neu’n berthynas, yn gweithio gyda phlant, neu fod gennych rywbeth arall i’w ddweud wrthym.

Gallwch ateb drosoch eich hun neu dros sefydliad. Os ydych o dan 16 oed, gallwch ateb ar eich pen eich hun; gallai siarad yn gyntaf ag oedolyn rydych yn ymddiried ynddo fod o gymorth.`,
  [`The review team reads every answer. We use what we learn to plan the review, and we publish what we heard in summary.

Answers are anonymous unless you say who you are. If you give an email address, it is kept apart from your answers. We quote from an answer only if its author agrees, and never with a name.`]:
    `Mae tîm yr adolygiad yn darllen pob ateb. Rydym yn defnyddio’r hyn a ddysgwn i gynllunio’r adolygiad, ac yn cyhoeddi crynodeb o’r hyn a glywsom.

Mae atebion yn ddienw oni bai eich bod yn dweud pwy ydych chi. Os rhowch gyfeiriad e-bost, caiff ei gadw ar wahân i’ch atebion. Dim ond os yw’r awdur yn cytuno y byddwn yn dyfynnu o ateb, a byth gydag enw.`,
  [`You can stop and come back.

Have any documents ready that you want us to read.`]:
    `Gallwch stopio a dod yn ôl.

Dylech gael unrhyw ddogfennau yr hoffech i ni eu darllen yn barod.`,
  [`Someone in the review team will read your answer in the next few weeks. We will publish what we heard in the spring.

Keep your receipt code. With it you can ask us what became of your answer.`]:
    `Bydd rhywun yn nhîm yr adolygiad yn darllen eich ateb yn ystod yr wythnosau nesaf. Byddwn yn cyhoeddi’r hyn a glywsom yn y gwanwyn.

Cadwch god eich derbynneb. Gydag ef gallwch ofyn i ni beth ddaeth o’ch ateb.`,
  "Send your advice": "Anfon eich cyngor",
  "For anyone": "I unrhyw un",
  "If someone is in danger now, phone 999.":
    "Os yw rhywun mewn perygl nawr, ffoniwch 999.",
  "Childline, for anyone under 19": "Childline, i unrhyw un o dan 19 oed",
  "Samaritans, for anyone": "Y Samariaid, i unrhyw un",
  "National Domestic Abuse Helpline":
    "Llinell Gymorth Genedlaethol Cam-drin Domestig",
  "free, at any time": "am ddim, ar unrhyw adeg",
  "Which of these describes you best?":
    "Pa un o’r rhain sy’n eich disgrifio orau?",
  "If more than one does, choose the one you want to answer as.":
    "Os oes mwy nag un, dewiswch yr un yr hoffech ateb fel.",
  "Select which of these describes you best":
    "Dewiswch pa un o’r rhain sy’n eich disgrifio orau",
  "I am or have been in care": "Rwyf mewn gofal neu wedi bod mewn gofal",
  "A parent who has had a social worker":
    "Rhiant sydd wedi cael gweithiwr cymdeithasol",
  "A relative or friend raising a child":
    "Perthynas neu ffrind sy’n magu plentyn",
  "A foster carer or adoptive parent": "Gofalwr maeth neu riant mabwysiadol",
  "Someone who works with children or families":
    "Rhywun sy’n gweithio gyda phlant neu deuluoedd",
  "Answering for an organisation": "Yn ateb dros sefydliad",
  "Someone else": "Rhywun arall",
  "What should the review look at first, and why?":
    "Beth y dylai’r adolygiad edrych arno gyntaf, a pham?",
  "Write as much or as little as you like. Leave out names of children and of other people.":
    "Ysgrifennwch gymaint neu gyn lleied ag y mynnwch. Peidiwch â chynnwys enwau plant na phobl eraill.",
  "Enter what the review should look at first":
    "Rhowch beth y dylai’r adolygiad edrych arno gyntaf",
  "How should we listen to children, young people and families?":
    "Sut y dylem wrando ar blant, pobl ifanc a theuluoedd?",
  "For example where, when, and who should be asking.":
    "Er enghraifft ble, pryd, a phwy ddylai ofyn.",
  "What should this review not do again?":
    "Beth na ddylai’r adolygiad hwn ei wneud eto?",
  "Think of other reviews, inquiries or surveys you have seen.":
    "Meddyliwch am adolygiadau, ymchwiliadau neu arolygon eraill rydych wedi’u gweld.",
  "Is there a document you want us to read?":
    "A oes dogfen yr hoffech i ni ei darllen?",
  "May we quote from your answer when we publish what we heard?":
    "A gawn ni ddyfynnu o’ch ateb pan fyddwn yn cyhoeddi’r hyn a glywsom?",
  "Never with your name, and you can change your mind until we publish.":
    "Byth gyda’ch enw, a gallwch newid eich meddwl hyd nes y byddwn yn cyhoeddi.",
  "Select yes if we may quote from your answer":
    "Dewiswch ie os cawn ddyfynnu o’ch ateb",
  "Yes, you may quote from it": "Iawn, cewch ddyfynnu ohono",
  "No, read it but do not quote from it":
    "Na, darllenwch ef ond peidiwch â dyfynnu ohono",
  "What is your email address?": "Beth yw eich cyfeiriad e-bost?",
  "Only if the review may write to you about your answer. It is kept apart from what you wrote.":
    "Dim ond os caiff yr adolygiad ysgrifennu atoch am eich ateb. Caiff ei gadw ar wahân i’r hyn a ysgrifennoch.",
};
