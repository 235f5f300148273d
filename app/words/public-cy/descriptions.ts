import type * as english from "../public-en/descriptions.ts";

/**
 * What each page is for, in one sentence: for search engines, and for whoever is
 * shown a page before it is opened. No call is named, as in the titles.
 */
export const descriptions: typeof english.descriptions = {
  accessibility:
    "Sut mae’r wefan hon wedi’i gwneud i weithio i bawb, a phwy i’w hysbysu pan nad yw’n gweithio i chi.",
  privacy:
    "Beth rydym yn ei gadw o’r hyn rydych yn ei anfon, pwy all ei weld, ac am ba hyd rydym yn ei gadw.",
  ownPage:
    "Mwy am yr adolygiad hwn: beth yw ei ddiben, pwy sy’n ei gynnal, pryd y bydd yn adrodd, a ble i gael help.",
  callQuestions:
    "Pob cwestiwn ar un dudalen, i’w ddarllen neu ei argraffu cyn i chi ateb.",
  comeBack:
    "Rhowch eich cod dychwelyd i fynd ymlaen ag atebion a gadwyd gennych.",
  findReceipt:
    "Rhowch eich cyfeirnod a’ch cod derbynneb i weld beth ddaeth o’r hyn a anfonoch.",
  ownResponse:
    "Yr hyn a anfonoch, ble mae nawr, a sut i’w newid neu ei dynnu’n ôl.",
  changeAnswer: "Newid ateb yn yr hyn a anfonoch.",
  ownItems:
    "Un ateb yn yr hyn a anfonoch, fesul eitem, i’w newid neu ei dynnu.",
  removeOwnItem: "Tynnu un eitem o’r hyn a anfonoch.",
  addOwnItem:
    "Ychwanegu eitem arall at yr hyn a anfonoch. Mae’n cael ei chadw pan fyddwch yn pwyso’r botwm.",
  ownItem:
    "Un darn o dystiolaeth yn yr hyn a anfonoch. Mae’n cael ei gadw pan fyddwch yn pwyso’r botwm.",
  addFile: "Ychwanegu ffeil at yr hyn a anfonoch.",
  takeBack: "Tynnu un ateb neu un ffeil o’r hyn a anfonoch yn ôl.",
  withdraw: "Tynnu popeth a anfonoch yn ôl.",
  everything:
    "Popeth rydym yn ei ddal am yr hyn a anfonoch, i’w ddarllen neu ei gadw.",
  checkReceipt:
    "Gwirio a yw derbynneb wedi’i llofnodi fel y gwnaethon ni ei llofnodi.",
  receiptKeys:
    "Sut mae derbynneb wedi’i llofnodi yn cael ei gwirio, gyda’n hallweddi cyhoeddus a’r hyn a lofnodwyd bob dydd.",
  question:
    "Tudalen o gwestiynau. Mae eich atebion yn cael eu cadw pan fyddwch yn pwyso Parhau.",
  item: "Un cofnod mewn rhestr o’ch eiddo. Mae’n cael ei gadw pan fyddwch yn pwyso’r botwm.",
  removeItem: "Tynnu un cofnod o restr o’ch eiddo.",
  list: "Ychwanegu rhestr o gyfeiriadau, o ffeil neu drwy ei gludo.",
  tasks: "Adrannau’r ffurflen hon, a pha rai rydych wedi’u cwblhau.",
  heldAnswers:
    "Yr atebion y gall y ddyfais hon eu hagor, wedi’u hanfon a heb eu hanfon.",
  check: "Gwirio eich atebion cyn i chi eu hanfon.",
  save: "Cadw eich atebion a dod yn ôl atyn nhw gyda chod.",
  offDevice: "Mae eich atebion wedi’u tynnu oddi ar y ddyfais hon.",
  unsentAnswers:
    "Eich atebion na chawsant eu hanfon, i’w darllen, eu hargraffu neu eu copïo.",
  deleteAnswers: "Dileu eich atebion na chawsant eu hanfon.",
  somebodyElse: "Dechrau eto ar y ddyfais hon fel rhywun arall.",
  late: "Rhoi’r cod sy’n gadael i chi ateb ar ôl y cau.",
  sent: "Eich derbynneb, gyda’ch cyfeirnod a’ch cod derbynneb.",
  equality:
    "Beth yw diben y cwestiynau cydraddoldeb, a sut mae eich atebion iddyn nhw yn cael eu cadw.",
  equalityQuestions:
    "Cwestiynau am gydraddoldeb. Gallwch adael unrhyw un ohonyn nhw allan.",
  askedAgain: "Beth sydd wedi newid mewn ffurflen rydych wedi’i dechrau.",
  pagePreview:
    "Tudalen yr adolygiad fel y byddai’n cael ei gweld, cyn ei chyhoeddi.",
  preview:
    "Galwad fel y byddai’n cael ei gweld. Ni chaiff dim a deipir ei gadw na’i anfon.",
};
