// A certified OpenID provider (npm oidc-provider) and, beside it, a data host that honours its access tokens.
// node oidc_provider.mjs PATH_OF_THE_PACKAGE PORT SECONDS_THAT_TOKENS_LAST
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const [, , home, port, life] = process.argv;
const { default: Provider } = await import(pathToFileURL(`${home}/lib/index.js`));
const issuer = `http://127.0.0.1:${port}`;
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';
const plain = { redirect_uris: [], response_types: [] };
const counts = {};
const audiences = new Map();

const provider = new Provider(issuer, {
  clients: [
    { ...plain, client_id: 'machine', client_secret: 'machine:s3cret/%', grant_types: ['client_credentials', EXCHANGE] },
    { ...plain, client_id: 'person', token_endpoint_auth_method: 'none', grant_types: [DEVICE, 'refresh_token'] },
  ],
  scopes: ['openid', 'offline_access', 'read'],
  features: { clientCredentials: { enabled: true }, deviceFlow: { enabled: true }, devInteractions: { enabled: true } },
  ttl: { AccessToken: Number(life), ClientCredentials: Number(life) },
  rotateRefreshToken: true,
  findAccount: (ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
});

provider.registerGrantType(EXCHANGE, async (ctx) => {
  const { subject_token: subject, audience } = ctx.oidc.params;
  const known = (await provider.AccessToken.find(subject)) ?? (await provider.ClientCredentials.find(subject));
  if (!known) {
    ctx.status = 400;
    ctx.body = { error: 'invalid_grant', error_description: `the subject ${subject} is not known` };
    return;
  }
  const token = new provider.ClientCredentials({ client: ctx.oidc.client, scope: 'read' });
  const value = await token.save();
  audiences.set(value, audience);
  const issued = 'urn:ietf:params:oauth:token-type:access_token';
  ctx.body = { access_token: value, issued_token_type: issued, token_type: 'Bearer', expires_in: token.expiration };
}, ['subject_token', 'subject_token_type', 'requested_token_type', 'audience', 'resource', 'scope']);

const answer = provider.callback();
createServer(async (request, response) => {
  const path = new URL(request.url, issuer).pathname;
  counts[path] = (counts[path] ?? 0) + 1;
  response.setHeader('Connection', 'close');
  if (path !== '/data' && path !== '/counts') return answer(request, response);
  const value = (request.headers.authorization ?? '').replace('Bearer ', '');
  const token = (await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value));
  const isIn = path === '/counts' || Boolean(token && !token.isExpired);
  response.writeHead(isIn ? 200 : 401, { 'Content-Type': 'application/json' });
  return response.end(JSON.stringify(path === '/counts' ? counts : { client: token?.clientId, audience: audiences.get(value) }));
}).listen(Number(port), '127.0.0.1');
