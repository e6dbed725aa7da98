// An OpenID Connect provider on a free port of loopback, set as ProConnect is: code flow, client secret in the body,
// state and nonce of 32 characters or more, userinfo as a signed JWT. Orders are lines of JSON on standard input, each acknowledged.
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

// Standard output is for acknowledgements, and the provider speaks as soon as it is loaded.
console.info = console.warn = () => {};
const { default: Provider } = await import('oidc-provider');

const { clientId, clientSecret, callback, signedOut } = JSON.parse(process.argv[2]);
const scopes = ['given_name', 'usual_name', 'email', 'siret', 'idp_id'];
const people = new Map();
let fault = 'None';
let provider;

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const key = newKey();
const base64 = value => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header, claims, signer) => {
  const text = `${base64(header)}.${base64(claims)}`;
  return `${text}.${signer ? sign('sha256', Buffer.from(text), signer).toString('base64url') : ''}`;
};

const header = { alg: 'RS256', kid: 'own' };
const faults = {
  WrongSignature: claims => jwt(header, claims, newKey()),
  NoSignature: claims => jwt({ alg: 'none' }, claims),
  OtherSubject: claims => jwt(header, { ...claims, sub: 'somebody-else' }, key),
  OtherAudience: claims => jwt(header, { ...claims, aud: 'another-portal' }, key),
  OtherIssuer: claims => jwt(header, { ...claims, iss: 'http://127.0.0.1:1/' }, key),
  Expired: claims => jwt(header, { ...claims, exp: claims.iat - 7200 }, key),
  NoEmail: ({ email, ...claims }) => jwt(header, claims, key),
  Garbled: () => '<html>maintenance</html>',
};

async function misbehave(ctx, next) {
  const { state, nonce } = ctx.query;
  if (ctx.path === '/auth' && !(state?.length >= 32 && nonce?.length >= 32)) return ctx.throw(400, 'state and nonce must have 32 characters or more');
  if (ctx.path === '/token' && fault === 'TokenRefused') {
    ctx.status = 400;
    ctx.body = { error: 'invalid_grant', error_description: 'refused by order' };
    return;
  }

  await next();
  if (ctx.path !== '/me' || ctx.status !== 200) return;
  const claims = JSON.parse(Buffer.from(ctx.body.split('.')[1], 'base64url'));
  if (fault === 'PlainJson') ctx.body = claims;
  if (fault === 'UserinfoDown') ctx.status = 503;
  if (faults[fault]) {
    ctx.body = faults[fault](claims);
    ctx.type = 'application/jwt';
  }
}

function trust(portal) {
  provider = new Provider(`http://127.0.0.1:${server.address().port}`, {
    clients: [{
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [new URL(callback, portal).href],
      post_logout_redirect_uris: [new URL(signedOut, portal).href],
      token_endpoint_auth_method: 'client_secret_post',
      userinfo_signed_response_alg: 'RS256',
    }],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: header.kid, alg: header.alg, use: 'sig' }] },
    cookies: { keys: ['loopback'] },
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    claims: { openid: ['sub', 'acr'], ...Object.fromEntries(scopes.map(scope => [scope, [scope]])) },
    scopes: ['openid', ...scopes],
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true }, rpInitiatedLogout: { enabled: true, logoutSource } },
    pkce: { required: () => true },
    findAccount: (ctx, sub) => ({ accountId: sub, claims: () => [...people.values()].find(person => person.sub === sub) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope(['openid', ...scopes].join(' '));
      await grant.save();
      return grant;
    },
  });
  provider.use(misbehave);
}

const page = (title, body) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title}</title><main><h1>${title}</h1>${body}</main></html>`;

function logoutSource(ctx, form) {
  ctx.body = page('Se déconnecter', `${form}<button form="op.logoutForm" name="logout" value="yes">Se déconnecter</button>`);
}

const signIn = error => page('Se connecter', `<form method="post">${error ? `<p role="alert">${error}</p>` : ''}
  <label>Adresse électronique <input name="email" autocomplete="username"></label>
  <button>Se connecter</button> <button name="cancel" value="yes">Annuler</button></form>`);

async function interact(request, response) {
  await provider.interactionDetails(request, response);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (request.method !== 'POST') return response.end(signIn());
  let body = '';
  for await (const part of request) body += part;
  const form = new URLSearchParams(body);
  if (form.has('cancel')) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'User cancelled' });
  const person = people.get(form.get('email'));
  if (!person) return response.end(signIn('Adresse inconnue.'));
  return provider.interactionFinished(request, response, { login: { accountId: person.sub, acr: person.acr } });
}

const server = createServer((request, response) => {
  if (!provider) return response.writeHead(503).end();
  if (!request.url.startsWith('/interaction/')) return provider.callback()(request, response);
  return interact(request, response).catch(failure => response.writeHead(400).end(String(failure)));
});

const acknowledge = news => process.stdout.write(JSON.stringify(news) + '\n');
server.listen(0, '127.0.0.1', () => acknowledge({ port: server.address().port }));

createInterface({ input: process.stdin })
  .on('line', line => {
    const order = JSON.parse(line);
    if (order.trust) trust(order.trust);
    if (order.person) people.set(order.person.email, order.person);
    if (order.fault) fault = order.fault;
    acknowledge({ done: true });
  })
  .on('close', () => process.exit(0));
