import type * as english from "../public-en/equality.ts";

/** About the questions that are asked last, and of what is kept of them. */
export const equalityWords: typeof english.equalityWords = {
  heading: "Cwestiynau amdanoch chi",
  sentFirst:
    "Mae eich atebion wedi’u hanfon. Mae eich cyfeirnod a’ch cod derbynneb ar y dudalen ar ôl hon.",
  lead: "Cyn i chi eu gweld, hoffem ofyn rhai cwestiynau i chi amdanoch chi eich hun. Does dim rhaid i chi ateb yr un ohonyn nhw.",
  whyHeading: "Pam rydym yn gofyn",
  keptHeading: "Sut rydym yn cadw’r hyn rydych yn ei ddweud",
  kept: [
    "Dim ond faint o bobl a ddewisodd bob ateb rydym yn ei gadw. Nid ydym yn cadw eich atebion gyda’i gilydd, na gyda’r hyn rydych newydd ei anfon.",
    "Dim ond cyfansymiau y mae ein tîm yn eu gweld, i’r pump agosaf, ar ôl i’r alwad gau. Nid ydyn nhw’n gwneud unrhyw wahaniaeth i sut mae eich ymateb yn cael ei ddarllen.",
    "Unwaith y byddwch wedi pwyso’r botwm ni allwn ddangos yr atebion hyn i chi, eu newid na’u dileu: wyddon ni ddim pa rai yw eich rhai chi.",
  ],
  begin: "Ateb y cwestiynau amdanoch chi",
  skip: "Hepgor y cwestiynau hyn",
  questionsHeading: "Cwestiynau amdanoch chi (dewisol)",
  questionsLead: "Gadewch allan unrhyw rai nad ydych am eu hateb.",
  done: "Cadw a gweld eich derbynneb",
  notFoundAgain:
    "Os gwnaethoch ateb ein cwestiynau amdanoch chi, ni allwn ddangos yr atebion hynny: dim ond faint o bobl a ddewisodd bob un a gadwyd gennym, ac ni allwn ddweud pa rai oedd eich rhai chi.",
  staysCounted:
    "Os gwnaethoch ateb ein cwestiynau amdanoch chi, mae’r atebion hynny’n aros yn y cyfansymiau: ni allwn ddod o hyd iddyn nhw eto, gan nad oes dim yn dweud pa rai oedd eich rhai chi",
  listHeading: "Cwestiynau amdanoch chi",
  listLead:
    "Rydym yn gofyn y rhain ar ôl i chi anfon eich atebion. Gallwch adael unrhyw un neu bob un ohonyn nhw allan, ac maen nhw’n cael eu cadw ar wahân i’r hyn a anfonoch.",
  listUnder: (choice) => `Os dewisoch “${choice}”`,
};
