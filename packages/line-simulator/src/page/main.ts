// Starts the page in the browser: the phones and tools, or all messages of one chat (`/?gallery=<id of the chat>`).
import { html, render } from 'htm/preact';

const chatId = new URLSearchParams(location.search).get('gallery');
render(chatId === null ? await phones() : await gallery(chatId), document.body);

async function phones() {
  const { App } = await import('./app.ts');
  return html`<${App} />`;
}

async function gallery(chatId: string) {
  const { Gallery } = await import('./message/gallery.ts');
  return html`<${Gallery} chatId=${chatId} />`;
}
