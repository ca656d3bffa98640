// What people do on top of the demonstration before a release is dumped, so that more tables have rows in them.
// Argument: the address of the server. Every answer has to be a success.
const [origin] = process.argv.slice(2);
const workspace = `${origin}/api/v1/workspaces/dprk`;

const admin = await signIn('admin@heed.example');
const editor = await signIn('editor@heed.example');
const verifier = await signIn('verifier@heed.example');

await admin.post(`${origin}/api/v1/me/tokens`, { name: 'A program', workspace: 'dprk', role: 'administrator' });
const [organization] = (await admin.get(`${workspace}/organizations`)).items;
const invited = { email: 'colleague@heed.example', organizationId: organization.id, roles: ['editor'] };
await admin.post(`${workspace}/invitations`, invited);
const members = (await admin.get(`${workspace}/members?role=partner`)).items;
const partner = members.find(({ roles }) => !roles.includes('verifier'));
await admin.post(`${workspace}/members/${partner.id}/role-requests`, { role: 'verifier' });

const link = { kind: 'link', title: 'A page', url: 'https://news.example/page', finding: 'Something was found.' };
const first = await editor.post(`${workspace}/evidence`, link, { 'idempotency-key': 'upgrade-1' });
await verifier.post(`${workspace}/evidence/${first.id}/verification`, undefined, { 'if-match': '"1"' });
const second = await editor.post(`${workspace}/evidence`, { ...link, url: 'https://news.example/other' });
const file = await upload(editor);
await editor.post(`${workspace}/evidence/${second.id}/withdrawal`, { reason: 'The source is in danger.' });

const [followUp, other] = (await editor.get(`${workspace}/follow-ups?limit=2`)).items;
await editor.post(`${workspace}/tracks/${followUp.implementation.id}/evidence`, {
  evidenceId: file.id,
  stance: 'context',
});
await editor.post(`${workspace}/follow-ups/${other.id}/closing`, {
  kind: 'withdrawn-by-us',
  occurredOn: '2026-10',
  reason: 'It is over.',
});
const deadline = await editor.post(`${workspace}/follow-ups/${followUp.id}/deadlines`, {
  axis: 'implementation',
  dueOn: '2027-01-31',
  basis: 'A letter.',
});
await editor.post(`${workspace}/deadlines/${deadline.id}/extensions`, {
  dueOn: '2027-06',
  extendedBy: 'The ministry.',
  basis: 'Another letter.',
});

async function signIn(email) {
  const answer = await fetch(`${origin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'heed-demo-only' }),
  });
  const headers = { cookie: answer.headers.get('set-cookie').split(';')[0], origin, 'x-heed-request': '1' };
  const get = async (url) => bodyOf(await fetch(url, { headers }));
  const post = async (url, body, more = {}) =>
    bodyOf(
      await fetch(url, {
        method: 'POST',
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}), ...more },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  return { headers, get, post };
}

async function upload({ headers }) {
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4\nA letter.']), 'letter.pdf');
  return bodyOf(await fetch(`${workspace}/evidence/files`, { method: 'POST', headers, body: form }));
}

async function bodyOf(answer) {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
