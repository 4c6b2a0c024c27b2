/** The line under the title: whether we are connected, who waits for whom, and the number of the case. */
import { h } from './parts.js';

export function status(place, room, labels, left) {
  const lost = room.lost && room.state !== 'closed';
  const texts = { waiting: labels.waiting, closed: left ? labels.left : labels.ended };
  place.replaceChildren(lost ? labels.lost : texts[room.state] ?? '');
  if (room.ticket) place.append(h('span', { class: 'reference' }, labels.reference, ' ', h('bdi', {}, room.ticket)));
  place.classList.toggle('lost', lost);
}
