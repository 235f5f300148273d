import type * as english from "../public-en/information.ts";
import { counted, day, hour } from "./counting.ts";

type English = typeof english.informationWords;
type Sections = english.InformationPage["sections"];
type Kept = Parameters<English["privacy"]>[0];

const whatWeStore = (reviewName: string): Sections => [
  {
    heading: "Beth rydym yn ei gadw",
    text: `Mae ${reviewName} yn cadw:

- yr atebion rydych yn eu hysgrifennu
- y ffeiliau rydych yn eu hanfon, yn union fel yr anfonoch nhw
- yr amser y cawson ni nhw, a chyfeirnod

Nid ydym yn cadw dim byd arall amdanoch oni bai eich bod yn ei ysgrifennu mewn ateb neu ffeil. Os yw cwestiwn yn gofyn am eich enw neu sut i gysylltu â chi, rydym yn cadw’r ateb hwnnw ar wahân i’r lleill, ac yn cofnodi bob tro mae rhywun ar ein tîm yn edrych arno.`,
  },
  {
    heading: "Beth mae aros yn ddienw yn ei olygu yma",
    text: `Does dim angen cyfrif arnoch i ateb. Mae tudalen pob galwad yn rhestru popeth mae’n ei ofyn. Lle mae eich enw neu gyfeiriad e-bost wedi’i farcio’n ddewisol, gallwch ei adael allan, ac yna rydych yn ddienw.

Nid ydym yn cadw eich cyfeiriad rhyngrwyd (cyfeiriad IP), eich porwr na dim byd arall am eich dyfais gyda’ch atebion. I arafu llifogydd o ffurflenni, mae ein gweinydd yn cyfrif ffurflenni o bob rhwydwaith am awr. Lle mae nifer anarferol yn dod, mae’r cyfrif yn cael ei gadw o dan god na ellir ei droi’n ôl yn gyfeiriad heb allwedd ein gweinydd ei hun, ac yn cael ei ddileu ychydig oriau wedyn. Am ddeng munud mae hefyd yn cyfrif, yn ei gof yn unig, pa mor aml mae’r un ateb yn dod o un rhwydwaith.

Os gofynnwch i ni anfon cod dychwelyd i gyfeiriad e-bost, rydym yn cadw’r cyfeiriad, dan glo, nes i’r neges fynd, ac am ddiwrnod ar y mwyaf. Does dim yn ei gysylltu â’ch atebion. Fel na all neb lenwi blwch post rhywun dieithr oddi yma, mae cod sy’n sefyll dros y cyfeiriad, ac na ellir ei droi’n ôl iddo heb yr allwedd honno, yn cael ei gadw am ddiwrnod.

Gall yr hyn rydych yn ei ysgrifennu ddangos pwy ydych chi o hyd: er enghraifft, enw lle ynghyd â dyddiad. Gall ffeiliau gario enw’r person a’u gwnaeth. Gadewch allan, neu newidiwch, fanylion nad ydych am i ni eu gwybod.`,
  },
  {
    heading: "Os gallech chi neu rywun arall fod mewn perygl",
    text: `Os yw rhywun mewn perygl nawr, ffoniwch 999.

Rydym yn darllen atebion er mwyn dysgu oddi wrthyn nhw. Efallai na fyddwn yn darllen eich un chi ar y diwrnod rydych yn ei anfon. Os yw ateb yn dweud wrthym y gallai person fod mewn perygl difrifol o niwed, efallai y bydd yn rhaid i ni ei drosglwyddo i bobl a all eu hamddiffyn, hyd yn oed os gofynnoch i ni beidio.

Os arhoswch yn ddienw, ni allwn gysylltu â chi ac efallai na fyddwn yn gallu gweithredu: heb enw neu le, ni ellir dod o hyd i neb na’u helpu. Os ydych am i rywun weithredu, cysylltwch â gwasanaethau plant neu oedolion eich cyngor lleol, neu’r heddlu ar 101.`,
  },
];

const howItIsKept = ({
  contactEmail,
  draftDays,
  receiptHours,
}: Kept): Sections => [
  {
    heading: "Beth sy’n cael ei gadw ar eich dyfais",
    text: `Pan fyddwch yn dechrau ateb, rydym yn rhoi un cwci ar eich dyfais. Mae’n dal rhif ar hap a dim byd arall, ac mae’n gadael i chi ddod yn ôl at eich atebion sydd heb eu hanfon, a gall fod sawl un. Mae’n cael ei ddileu ${counted(draftDays, day)} ar ôl i chi gadw ddiwethaf, neu cyn gynted ag na ellir agor dim o’ch eiddo ag ef mwyach. Os dewiswch iaith, mae cwci arall yn cofio’r iaith a dim byd arall. Rydym yn defnyddio un arall dim ond tra byddwch yn edrych ar yr hyn a anfonoch.

Wrth i chi deipio, mae eich porwr hefyd yn cadw’r hyn nad yw gan ein gweinydd eto, fel nad yw cysylltiad a gollir yn colli’r un gair. Mae wedi mynd o’r porwr cyn gynted ag y bydd gan ein gweinydd, a phan fyddwch yn anfon neu’n dileu eich atebion. Mae botwm ar bob tudalen o gwestiynau yn diffodd hyn ac yn dileu’r hyn a gadwyd; yna mae eich porwr yn cofio dim ond ei fod wedi’i ddiffodd. Does dim ar y tudalennau hyn yn dod o gwmni arall.`,
  },
  {
    heading: "Am ba hyd rydym yn ei gadw",
    text: `Rydym yn dileu atebion nad ydych wedi’u hanfon, a’u ffeiliau, ${counted(draftDays, day)} ar ôl i chi eu cadw ddiwethaf. Gallwch eu dileu eich hun unrhyw bryd cyn hynny: yna mae eich testun, eich ffeiliau a’r cod dychwelyd wedi mynd o’n gweinydd ac o’r ddyfais rydych yn eu dileu arni, ac ni ellir eu hagor yn unman. Os oedd dyfais arall o’ch eiddo wedi colli ei chysylltiad tra oeddech yn teipio yno, gall ei phorwr ddal y testun olaf hwnnw am hyd at ${counted(draftDays, day)}. Mae copïau yn y copïau wrth gefn mae’r adolygiad yn eu gwneud yn cael eu cadw cyhyd ag y mae’n cadw’r rheini.

Os gwnewch god dychwelyd, gall pwy bynnag sydd ag ef agor eich atebion sydd heb eu hanfon ar unrhyw ddyfais, a’u darllen a’u newid. Dim ond mewn ffurf na ellir ei darllen yn ôl rydym yn cadw’r cod. Mae’n dod i ben pan fyddwch yn gwneud un newydd, yn anfon neu’n dileu eich atebion, neu pan fydd eu hamser ar ben. Gallwch dynnu eich atebion oddi ar ddyfais, fel mai dim ond y cod sy’n eu hagor: maen nhw’n aros ar ein gweinydd nes bod eu hamser ar ben.

Ar ôl i chi anfon eich atebion, gallwch eu gweld nhw a’ch cod derbynneb ar y ddyfais yr anfonoch nhw ohoni am ${counted(receiptHours, hour)}, neu nes i chi eu clirio. Mae gan bob ateb rydych yn ei anfon ei dderbynneb ei hun: mae clirio un yn gadael y lleill.`,
  },
  {
    heading: "Gweld, newid neu dynnu eich atebion yn ôl",
    text: `Gyda’i gyfeirnod a’i god derbynneb gallwch weld beth ddaeth o’ch ymateb unrhyw bryd, gweld popeth rydym yn ei ddal amdano, a’i dynnu’n ôl nes iddo gael ei gyhoeddi. Mae’r cyfeiriad ar y dudalen rydych yn ei gweld ar ôl anfon, ac mae “Beth ddaeth o’r hyn a anfonoch” ar waelod pob tudalen yn arwain yno. Tra byddwch yn edrych, mae un cwci arall yn dal eich lle; mae’n cael ei ddileu hanner awr ar ôl i chi edrych ddiwethaf, neu pan fyddwch yn cau’r tudalennau hynny.

Mae gennych hefyd yr hawl i gael yr hyn rydym yn ei ddal wedi’i gywiro neu ei ddileu, ac i wrthwynebu sut mae’n cael ei ddefnyddio. Os ateboch heb roi eich enw, dim ond yn ôl ei gyfeirnod y gallwn ddod o hyd i’ch ymateb, a dim ond yn ôl ei god derbynneb y gallwn wybod mai chi biau’r ymateb. Cadwch y ddau.

Ysgrifennwch at ${contactEmail}. Os nad ydych yn fodlon ar ein hateb, gallwch gwyno i Swyddfa’r Comisiynydd Gwybodaeth yn ico.org.uk.`,
  },
];

/** What a person has to be told, as plain text for `Prose`. */
export const informationWords: English = {
  privacy: (kept) => ({
    heading: "Sut rydym yn gofalu am yr hyn rydych yn ei ddweud wrthym",
    note: "[Mae’r testun hwn yn disgrifio’r hyn mae’r feddalwedd yn ei wneud. Mae swyddog diogelu data’r adolygiad yn ychwanegu’r sail gyfreithiol, pwy yw’r rheolydd data, ac am ba hyd mae ymatebion a anfonwyd yn cael eu cadw.]",
    sections: [...whatWeStore(kept.reviewName), ...howItIsKept(kept)],
  }),
  accessibility: ({ reviewName, contactEmail }) => ({
    heading: "Hygyrchedd",
    note: "[Mae’r adolygiad yn ychwanegu dyddiad ei brawf hygyrchedd ei hun yma, ac unrhyw beth a ganfu’r prawf.]",
    sections: [
      {
        heading: "Beth dylech chi allu ei wneud",
        text: `Mae ${reviewName} am i bawb allu ateb. Ar y tudalennau hyn dylech allu:

- gwneud y testun bedair gwaith yn fwy heb golli dim
- defnyddio bysellfwrdd yn unig, neu eich llais yn unig
- gwrando ar y tudalennau â darllenydd sgrin
- defnyddio eich lliwiau eich hun, ac argraffu unrhyw dudalen
- ateb gyda JavaScript wedi’i ddiffodd, ar hen ffôn, ac ar gysylltiad araf

Does dim ar y tudalennau hyn yn dod i ben o ran amser tra byddwch yn ysgrifennu. Mae eich atebion yn cael eu cadw bob tro y byddwch yn pwyso Parhau.`,
      },
      {
        heading: "Sut y profwyd y tudalennau hyn",
        text: "Mae’r tudalennau wedi’u hadeiladu i fodloni Canllawiau Hygyrchedd Cynnwys y We fersiwn 2.2 ar lefel AA. Maen nhw’n cael eu profi â gwiriwr awtomatig, ym mhob cyflwr, bob tro mae’r feddalwedd yn newid. Dim ond rhai problemau mae gwiriwr awtomatig yn eu canfod, felly dywedwch wrthym am y rhai rydych chi’n dod ar eu traws.",
      },
      {
        heading: "Beth efallai nad yw’n gweithio eto",
        text: "Mae’r tudalennau hyn yn Gymraeg ac yn Saesneg. Gall galwad fod yn Saesneg yn unig, neu’n rhannol: yna mae ei thudalennau’n dweud hynny. Nid yw ffeiliau mae pobl yn eu hanfon atom yn cael eu gwirio am hygyrchedd, ac nid ydym yn eu cyhoeddi.",
      },
      {
        heading: "Os oes angen ffordd arall o ateb arnoch",
        text: `Ysgrifennwch at ${contactEmail} i ddweud wrthym am broblem, neu i ateb mewn ffordd sy’n gweddu’n well i chi: drwy e-bost, drwy lythyr neu drwy siarad â rhywun.`,
      },
    ],
  }),
};
