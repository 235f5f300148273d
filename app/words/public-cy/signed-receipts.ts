import type * as english from "../public-en/signed-receipts.ts";
import { counted, receipt } from "./counting.ts";

type English = typeof english.signedReceiptWords;
type Fault = Parameters<English["check"]["fault"]>[0];
type Change = Parameters<English["check"]["change"]>[0];

const faults: Record<Fault, string> = {
  "too-long":
    "Mae hwn yn hirach nag unrhyw dderbynneb o’n heiddo ni. Ni wiriwyd dim",
  "no-receipt":
    "Nid derbynneb wedi’i llofnodi yw hon. Dewiswch y ffeil a gadwoch, neu gludwch y cyfan ohoni, o’r cromfach cyntaf i’r olaf",
  rewritten:
    "Ysgrifennwyd y ffeil hon o’r newydd gan raglen arall: ychwanegwyd bylchau, neu mae ei rhannau mewn trefn arall. Gwiriwch y ffeil fel y’i cadwyd",
  "other-key":
    "Nid ni a lofnododd hon. Mae’n enwi allwedd nad yw gennym ac na fu gennym erioed",
  changed:
    "Nid dyma’r hyn a lofnodwyd gennym. Cafodd ateb, ffeil, amser, y cyfeirnod neu’r llofnod ei newid ar ôl i’r dderbynneb gael ei gwneud",
  "day-changed":
    "Ei hatebion a’i ffeiliau yw’r rhai a lofnodwyd gennym. Nid ni biau’r hyn sy’n dangos eu bod yn sefyll yng ngwraidd y diwrnod hwnnw, felly cafodd y ffeil ei newid ar ôl ei gwneud",
};

const changes: Record<`${Change["part"]} ${Change["how"]}`, string> = {
  "answer other": "Mae’r ateb hwn yn dweud rhywbeth arall:",
  "answer added": "Nid oedd yr ateb hwn yno:",
  "answer missing": "Mae’r ateb hwn ar goll:",
  "file other": "Mae gan y ffeil hon enw neu faint arall:",
  "file added": "Nid oedd y ffeil hon yno:",
  "file missing": "Mae’r ffeil hon ar goll, neu’n un arall:",
  "facts other": "Y cyfeirnod, yr alwad neu un o’r amseroedd",
  "facts added": "",
  "facts missing": "",
};

/** For whoever keeps a signed receipt, and whoever is shown one. */
export const signedReceiptWords: English = {
  heading: "Eich derbynneb wedi’i llofnodi",
  lead: "Ffeil sy’n dweud beth a anfonoch a phryd, wedi’i llofnodi gennym ni. Os bydd unrhyw un byth yn newid yr hyn rydym yn ei ddal, neu’n dweud i chi anfon rhywbeth arall, mae’n dangos beth sy’n wir. Nid yw eich cod derbynneb ynddi, na’r hyn rydym yn ei gadw ar wahân i’ch atebion.",
  save: "Cadw eich derbynneb wedi’i llofnodi",
  howToCheck: "Sut mae derbynneb wedi’i llofnodi yn cael ei gwirio",
  fileName: (reference) => `derbynneb-${reference}.json`,
  keys: {
    heading: "Sut mae derbynneb wedi’i llofnodi yn cael ei gwirio",
    lead: "Gall pwy bynnag sy’n anfon ateb atom gadw derbynneb wedi’i llofnodi. Gall unrhyw un sy’n cael y ffeil honno wirio mai dyma’r hyn a lofnodwyd gennym, ar ein tudalen neu hebddon ni.",
    checkLink: "Gwirio derbynneb wedi’i llofnodi",
    keysHeading: "Ein hallweddi cyhoeddus",
    keysLead:
      "Mae derbynneb yn cael ei llofnodi ag Ed25519 ac yn enwi ei hallwedd. Mae allweddi nad ydym yn llofnodi â nhw bellach yn aros yma, ar gyfer yr hyn a lofnodwyd â nhw.",
    keyName: "Enw’r allwedd (kid)",
    publicKey: "Allwedd gyhoeddus (x)",
    use: "Defnydd",
    inUse: (since) =>
      since === undefined ? "Ar gyfer yr hyn a lofnodir nesaf" : `Ers ${since}`,
    usedBefore: (since) => `O ${since}; heb ei defnyddio bellach`,
    fileLink: "Cadw’r allweddi a’r holl wreiddiau fel ffeil (JSON)",
    fileLead:
      "Gyda’r ffeil hon gellir gwirio derbynneb hebddon ni. Mae pob derbynneb yn dweud, o’r diwrnod nesaf ymlaen, sut mae’n sefyll yng ngwraidd ei diwrnod.",
    daysHeading: "Gwraidd pob diwrnod",
    daysLead:
      "Bob nos rydym yn gwneud un ôl bys, gwraidd coeden Merkle, dros holl dderbynebau’r diwrnod sydd ar ben. Nid yw gwraidd sydd yma byth yn newid. Pe baem yn tynnu ymateb i ffwrdd, neu’n newid un, heb ei anfonwr, byddai ei dderbynneb a’r gwraidd hwn yn ei ddangos.",
    noDays: "Does dim diwrnod â derbynneb ar ben eto.",
    counted: (number, least) => {
      if (number === 0) return "Dim derbynebau";
      return number < least
        ? `Llai na ${counted(least, receipt)}`
        : counted(number, receipt);
    },
    older: (shown) =>
      `Dyma’r ${shown} o ddiwrnodau diwethaf. Maen nhw i gyd yn y ffeil uchod.`,
  },
  check: {
    heading: "Gwirio derbynneb wedi’i llofnodi",
    lead: "Rydym yn edrych a lofnodwyd y ffeil hon gennym, ac a newidiwyd llythyren ohoni ers hynny. Nid yw’n cael ei chadw.",
    file: "Y ffeil a gadwoch",
    fileHint: "Mae ei henw fel derbynneb-H-7K4M-9QX2.json.",
    paste: "Neu gludwch yr hyn sydd ynddi",
    check: "Ei gwirio",
    fault: (fault) => faults[fault],
    changesHeading: "Yr hyn nad yw fel y’i llofnodwyd gennym",
    change: ({ part, how, name }) =>
      `${changes[`${part} ${how}`]} ${name}`.trimEnd(),
    signatureAlone: "Y llofnod ei hun",
    nothing:
      "Dewiswch ffeil derbynneb wedi’i llofnodi, neu gludwch yr hyn sydd ynddi",
    unread:
      "Doedd dim modd darllen y ffeil. Dewiswch hi eto, neu gludwch yr hyn sydd ynddi",
    isTrue: "Mae’r dderbynneb hon yn wir",
    trueLead:
      "Fe’i llofnodwyd gennym, ac nid oes dim ynddi wedi’i newid ers hynny.",
    reference: "Cyfeirnod",
    call: "Anfonwyd at",
    sentAt: "Anfonwyd",
    signedAt: "Llofnodwyd",
    version: "Fersiwn",
    answers: "Yr hyn a anfonwyd",
    keptApart:
      "Wedi’i roi. Mae’n cael ei gadw ar wahân, ac nid yw yn y dderbynneb.",
    files: "Ffeiliau",
    fingerprint: (sha256) => `SHA-256: ${sha256}`,
    withdrawn:
      "Mae’n dweud i’r ymateb gael ei dynnu’n ôl gan ei anfonwr, a dim o’r hyn a ddywedodd.",
    inDay: (day) => `Mae’n sefyll yng ngwraidd ${day}.`,
    notInDay:
      "Nid yw’n dweud eto sut mae’n sefyll yng ngwraidd ei diwrnod. Cadwch hi eto ar ôl i’r diwrnod ddod i ben, ac fe fydd.",
    another: "Gwirio un arall",
  },
};
