// Layouts as they come in real life, each with the asks that a careful reader finds: `label | addressees | how it begins`.

export interface ByHand {
  name: string;
  text: string;
  asks: string[];
}

export const BY_HAND: ByHand[] = [
  {
    name: 'a letter pasted from Outlook',
    text: `From: Secretariat <office@rivers.example>
Sent: 12 March 2026 09:41
To: Embassy of Norway in Harare
Cc: members@rivers.example
Subject: The dam at Kariba
Importance: High

EXTERNAL EMAIL: do not click links unless you trust the sender.

Dear Ambassador,

We write about the families who were moved from the shore in 2024 and who have no wells yet.

We ask your government to:

\uf0b7\tPay for twelve wells in Binga before the dry season;
\uf0b7\tRaise the case of the six fishermen with the authorities of Zimbabwe.

Kind regards,
Tendai Moyo
Rivers Network

> On 2 March 2026, Embassy wrote:
> Thank you for your letter.
`,
    asks: ['- | Norway | Pay for twelve wells', '- | Norway | Raise the case of the six'],
  },
  {
    name: 'observations out of a PDF, numbers in the margin',
    text: `CRC/C/MWI/CO/6

          Concluding observations on the sixth periodic report of Malawi

          C.     Main areas of concern and recommendations

          Birth registration

     14   The Committee is concerned that one child in three is not
          registered.

     15   The Committee urges the State party to:

          (a)   Abolish all fees for registration;

          (b)   Open a registry in each district hospital by the end
                of 2027.

     16   The Committee also recommends that the State party train
          midwives as registrars.

4                                                          GE.26-04411
`,
    asks: [
      '15 (a) | Malawi | Abolish all fees',
      '15 (b) | Malawi | Open a registry',
      '16 | Malawi | The Committee also recommends',
    ],
  },
  {
    name: 'a web page with cookie banner and menus, as text',
    text: `Skip to content
This website uses cookies. By continuing you accept our cookie policy.
OK
Menu
Home
Countries
Publications
Get involved
Search
Latest
Statement
Lesotho: let the nurses go home
5 May 2026
Share on Facebook
Share on X

The Nurses' Union of the Highlands said today that eleven of its members are held at Maseru Central.

The Government of Lesotho should release them at once. We call on South Africa to admit those who need treatment.

Read more
Related
Lesotho: what happened in March
Sign up for our newsletter
Contact us
Privacy
`,
    asks: ['- | Lesotho | The Government of Lesotho should', '- | South Africa | We call on South Africa'],
  },
  {
    name: 'a report of a word processor with numbered headings',
    text: `Salt and Silence: Work in the Pans of Djibouti

1\tSummary
We spoke with ninety workers between May and July 2025.

4\tRecommendations
4.1\tTo the Government of Djibouti
\u2022\tRegister all workers of the pans with the social security fund.
\u2022\tPublish the reports of the labour inspectorate.
4.2\tTo buyers of salt
\u2022\tPay by the month and not by the sack.
5\tAcknowledgements
We thank those who should not be named.
`,
    asks: [
      '- | Djibouti | Register all workers',
      '- | Djibouti | Publish the reports',
      '- | Buyers | Pay by the month',
    ],
  },
  {
    name: 'a table pasted from a spreadsheet',
    text: `Follow-up to the inquiry into the fire, Kiribati

No\tRecommendation\tResponsible\tDeadline
1\tInstall hydrants on the quay of Betio\tGovernment of Kiribati\t30 June 2027
2\tTrain two crews for each island\tMinistry of Infrastructure\t31 December 2027
3\tLend a fire boat\tAustralia\t
`,
    asks: ['1 | Kiribati | Install hydrants', '2 | Kiribati | Train two crews', '3 | Australia | Lend a fire boat'],
  },
  {
    name: 'a resolution with operative paragraphs unnumbered',
    text: `RESOLUTION ON THE RIGHTS OF PASTORALISTS IN KARAMOJA

The Regional Assembly of Herders, meeting in Moroto on 9 April 2026,

Recalling its resolution of 2023,

Deeply concerned by the confiscation of cattle,

Urges the Government of Uganda to return the cattle that were taken in February;

Calls upon Kenya and South Sudan to keep the corridors open in the dry season;

Requests the African Union to send observers before the elections;

Decides to meet again in 2027.
`,
    asks: [
      '- | Uganda | Urges the Government of Uganda',
      '- | Kenya, South Sudan | Calls upon Kenya',
      '- | African Union | Requests the African Union',
    ],
  },
  {
    name: 'items of a review with the position in the line',
    text: `Universal Periodic Review - Kiribati
Responses to recommendations

84.1 Ratify the Convention against Torture (Chile) - Supported
84.2 Abolish corporal punishment in schools (Iceland; Estonia) - Noted
84.3 Adopt a law on disability by 2028 (Fiji) - Supported in part
`,
    asks: [
      '84.1 | Kiribati | Ratify the Convention',
      '84.2 | Kiribati | Abolish corporal punishment',
      '84.3 | Kiribati | Adopt a law on disability',
    ],
  },
  {
    name: 'footnotes in the middle',
    text: `Visit to Bhutan

Report of the Special Rapporteur on the right to health

VI. Recommendations

71. The Special Rapporteur recommends that the Government of Bhutan open a clinic in
each gewog.12

12 See A/HRC/44/48, para. 12, in which clinics should be understood to include mobile ones.

72. She also calls on the World Health Organization to supply vaccines13 for the clinics
of the south.

13 Ibid.
`,
    asks: ['71 | Bhutan | The Special Rapporteur recommends', '72 | World Health Organization | She also calls on'],
  },
  {
    name: 'bullets on lines of their own, as some readers of PDF leave them',
    text: `Policy brief: School meals in Togo

What the Government of Togo should do

•
Serve a meal in every school of the Savanes.

•
Buy the maize from farmers of the same prefecture.
`,
    asks: ['- | Togo | Serve a meal', '- | Togo | Buy the maize'],
  },
  {
    name: 'a chat message with dashes and no punctuation',
    text: `Demands of the Bus Drivers Front of Peru

We demand that the Government of Peru
- repair the road to Juliaca
- free the two drivers
- publish the contract with the toll company
`,
    asks: ['- | Peru | repair the road', '- | Peru | free the two drivers', '- | Peru | publish the contract'],
  },
  {
    name: 'markdown',
    text: `# Letter on fishing off Guinea-Bissau

**Date:** 3 June 2026

Dear members of the European Commission,

The agreement of 2024 ends in December.

## What we ask

1. **Renew** the agreement only if landings are counted.
2. **Publish** the licences of all vessels by *31 October 2026*.

---

*Signed:* Fishers of Bijagós
`,
    asks: ['1 | European Commission | Renew the agreement', '2 | European Commission | Publish the licences'],
  },
  {
    name: 'a forwarded letter, quoted',
    text: `FYI, see below. Jo

> Dear Minister Okello,
>
> The Government of Uganda has closed four radio stations in
> Karamoja since January.
>
> We urge you to
>
> * give them back their licences
> * drop the charges against the two editors
>
> Yours sincerely,
> Press Watch
`,
    asks: ['- | Uganda | give them back', '- | Uganda | drop the charges'],
  },
  {
    name: 'a declaration with points in words',
    text: `Declaration of the Mothers of Bamako

First: The Government of Mali must open the school of Djicoroni.

Second: The Government must tell us where our sons are held.

Third: We ask the African Union to send an envoy.
`,
    asks: [
      '- | Mali | First: The Government of Mali must',
      '- | Mali | Second: The Government must tell us',
      '- | African Union | Third: We ask the African Union',
    ],
  },
  {
    name: 'a letter of a union with points in brackets',
    text: `To: The Prime Minister of Fiji
Subject: Mill workers

Dear Prime Minister,

The mill at Lautoka has paid no wages since March 2026.

We respectfully request that you:

[1] instruct the company to pay the wages;
[2] send inspectors to the mill by 30 June 2026;
[3] meet us.

Respectfully,
Mill Workers' Union
`,
    asks: ['1 | Fiji | instruct the company', '2 | Fiji | send inspectors', '3 | Fiji | meet us'],
  },
  {
    name: 'a labour comment with underlined heads',
    text: `Observation (CEACR) - adopted 2025, published 114th ILC session (2026)
Minimum Age Convention, 1973 (No. 138) - Togo (Ratification: 1984)

Article 3. Hazardous work.
--------------------------
The Committee notes that children work in quarries. The Committee requests the Government to
revise the list of hazardous work.

Article 9. Penalties.
---------------------
The Committee trusts that the Government will provide figures in its next report.
`,
    asks: ['- | Togo | The Committee requests the Government', '- | Togo | The Committee trusts'],
  },
  {
    name: 'a motion of a parliament with letters',
    text: `MOTION

That this House-

A. notes the closure of the border at Chirundu since 4 May 2026;

B. calls on the Government of Zambia to open it for ambulances;

C. urges the Government of Zimbabwe to do the same; and

D. requests the Speaker to send this motion to both.
`,
    asks: ['B | Zambia | calls on the Government of Zambia', 'C | Zimbabwe | urges the Government of Zimbabwe'],
  },
  {
    name: 'a report in two levels of bullets',
    text: `Dust: Quarry Work in Nepal

Recommendations

To the Government of Nepal
• Enforce the labour law in all quarries, in particular:
   o inspect each quarry twice a year;
   o publish the results.
• Ratify the Protocol of 2014.

To India
• Stop the import of stone from quarries where children work.
`,
    asks: [
      '- | Nepal | inspect each quarry',
      '- | Nepal | publish the results',
      '- | Nepal | Ratify the Protocol',
      '- | India | Stop the import',
    ],
  },
  {
    name: 'a release with a box of key asks',
    text: `PRESS RELEASE
For immediate release

Widows of Beira march for their land

BEIRA, Mozambique, 14 July 2026 – Two hundred widows marched to the town hall on Monday.

KEY ASKS
> Government of Mozambique: stop the evictions in Praia Nova
> World Bank: suspend the coastal project until the families are paid

Contact: +258 555 0100
`,
    asks: [
      '- | Mozambique | Government of Mozambique: stop',
      '- | World Bank | World Bank: suspend the coastal project',
    ],
  },
  {
    name: 'a brief with headings in questions',
    text: `BRIEFING | Water in Gaza Street, Nauru

What is the problem?
The tank has been empty since May.

Who should act?
The Government of Nauru should fill the tank each week. Australia should pay for a second one.

What next?
We will write again in July.
`,
    asks: ['- | Nauru | The Government of Nauru should', '- | Australia | Australia should pay'],
  },
  {
    name: 'a matrix whose rows begin with who is asked',
    text: `Roadmap for the Lake, Malawi

| Actor | Action | When |
|---|---|---|
| Government of Malawi | Ban nets with small holes | by the end of 2026 |
| Tanzania | Share the charts of the north | |
| Donors | Fund ten patrol boats | 2027 |
`,
    asks: [
      '- | Malawi | Ban nets',
      '- | United Republic of Tanzania | Share the charts',
      '- | Donors | Fund ten patrol boats',
    ],
  },
  {
    name: 'numbers that a machine parted from their words',
    text: `Concluding observations on the second report of Samoa

Recommendations

7.

The Committee recommends that the State party raise the age of marriage to 18 years.

8.

It also invites the State party to accept the visit of the Special Rapporteur.
`,
    asks: ['7 | Samoa | The Committee recommends', '8 | Samoa | It also invites'],
  },
  {
    name: 'a statement read out, with line breaks of a speech',
    text: `Oral statement at the 62nd session of the Human Rights Council

Delivered by the Lake Forum

Mr President,

Chad has held our colleague Mahamat since May.

We call on Chad
to release him now
and to let his doctor in.

We urge Cameroon
not to send others back.

Thank you.
`,
    asks: ['- | Chad | We call on Chad', '- | Cameroon | We urge Cameroon'],
  },
  {
    name: 'recommendations in a run of text with small numbers',
    text: `Brief on the harbour of Massawa, Eritrea

We therefore recommend that the Government of Eritrea: (i) let the dockers elect a committee; (ii) pay for injuries; and (iii) admit the ILO.
`,
    asks: ['(i) | Eritrea | let the dockers', '(ii) | Eritrea | pay for injuries', '(iii) | Eritrea | admit the ILO'],
  },
  {
    name: 'a page of a printed report with heads and feet',
    text: `                                                        A Harvest of Debt | 47

to the market at dawn. Nobody pays before noon.

RECOMMENDATIONS

To the Government of Ghana

     ❖  Set a price for cocoa beans before the season begins and publish
        it in all languages of

48 | A Harvest of Debt


        the cocoa regions.

     ❖  Count the children who work on farms.

                                                        A Harvest of Debt | 49
`,
    asks: ['- | Ghana | Set a price for cocoa', '- | Ghana | Count the children'],
  },
];
