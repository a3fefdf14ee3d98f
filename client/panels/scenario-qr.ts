import { html, type TemplateResult } from 'lit';
import { encodeQR } from 'qr';

/** A QR code of an address, black on white in every theme so that every telephone reads it. */
export function qrCode(address: string, title: string): TemplateResult {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 2 });
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${title} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#ffffff" />
    <path d=${path} fill="#000000" />
  </svg>`;
}
