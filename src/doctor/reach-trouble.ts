// Why LINE does not reach the webhook, in words (docs: check-webhook-error-statistics).
import type { messagingApi } from '@line/bot-sdk';
import { broken, type Finding } from './check.ts';

type Test = messagingApi.TestWebhookEndpointResponse;

export function reachTrouble(test: Test, isServerDown: boolean): Finding {
  const { says, fix } = trouble(test);
  // Where both are true, this is the first thing to do.
  return broken(says, isServerDown ? `Start the server (npm start). If it still fails: ${fix}` : fix);
}

type Words = { says: string; fix: string };

function trouble({ reason, detail, statusCode }: Test): Words {
  if (reason === 'ERROR_STATUS_CODE') return ofStatus(statusCode);
  if (reason === 'REQUEST_TIMEOUT') {
    return {
      says: 'LINE got no answer from the webhook within 2 seconds.',
      fix: 'Look at the load of this machine, and whether firewall and reverse proxy let LINE through to PORT.',
    };
  }
  if (reason === 'COULD_NOT_CONNECT') return ofConnection(detail);
  const said = [reason, detail].filter((word) => word !== '').join(', ');
  return {
    says: `LINE got no answer from the webhook that it could use (${said}).`,
    fix: 'Look into the log of the reverse proxy: it must pass requests on to PORT of this server.',
  };
}

function ofConnection(detail: string): Words {
  if (/host/i.test(detail)) {
    return {
      says: 'LINE finds no host under the name in the webhook URL.',
      fix: 'Fix the name in the webhook URL, or its DNS record.',
    };
  }
  if (/TLS|SSL|cert/i.test(detail)) {
    return {
      says: 'LINE does not accept the certificate of the webhook.',
      fix: 'Let the reverse proxy use a certificate of a public authority, with its whole chain, that is not over and fits the host.',
    };
  }
  return {
    says: 'LINE cannot connect to the webhook.',
    fix: 'Let the firewall pass port 443 from everywhere, start the reverse proxy, and point it to PORT.',
  };
}

function ofStatus(status: number): Words {
  const says = `The webhook answers LINE with HTTP ${status}.`;
  if (status >= 300 && status < 400)
    return { says, fix: 'Set the webhook URL to the address it is redirected to: LINE follows none.' };
  if (status === 403)
    return {
      says,
      fix: 'Let the reverse proxy or its firewall pass LINE through without asking who it is.',
    };
  if (status === 404)
    return { says, fix: 'Let the reverse proxy pass the path /webhook on to PORT of this server.' };
  if ([502, 503, 504].includes(status))
    return { says, fix: 'The reverse proxy finds no server: start it, and point the proxy to its PORT.' };
  return { says, fix: 'Look into the log of the server.' };
}
