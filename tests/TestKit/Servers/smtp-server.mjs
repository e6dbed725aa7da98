// A real SMTP server on a free port of loopback. Orders and news are lines of JSON on the standard streams.
// First argument: { user, password, certificate, key }, all optional.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const settings = JSON.parse(process.argv[2] ?? '{}');
let mood = { refused: {}, hangs: false };
const tell = news => process.stdout.write(JSON.stringify(news) + '\n');
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  logger: false,
  disabledCommands: [...(settings.certificate ? [] : ['STARTTLS']), ...(settings.user ? [] : ['AUTH'])],
  authOptional: !settings.user,
  cert: settings.certificate,
  key: settings.key,
  size: 40 * 1024 * 1024,
  closeTimeout: 100,
  onAuth(auth, session, answer) {
    const known = auth.username === settings.user && auth.password === settings.password;
    answer(known ? null : refusal(535, '5.7.8 Authentication credentials invalid'), { user: auth.username });
  },
  onRcptTo(address, session, answer) {
    const code = mood.refused[address.address];
    answer(code ? refusal(code, code < 500 ? '4.2.1 Mailbox busy, try again later' : '5.1.1 No such user here') : null);
  },
  onData(stream, session, answer) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      if (mood.hangs) return;
      tell({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(recipient => recipient.address),
        secure: session.secure,
        user: session.user ?? null,
        raw: Buffer.concat(parts).toString('base64'),
      });
      answer(null, 'Message accepted');
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => tell({ port: server.server.address().port }));

createInterface({ input: process.stdin })
  .on('line', line => {
    mood = JSON.parse(line);
    tell({ done: true });
  })
  .on('close', () => process.exit(0));
