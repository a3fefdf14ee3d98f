/** How the element looks: a box of its own height, with what the page wrote in it on top until the map is there. */
export const KERN_KAART_STYLE = `
:host{display:block;position:relative}
:host([hidden]),slot[hidden]{display:none}
iframe{display:block;width:100%;border:0}
slot{display:block}
slot.waiting{position:absolute;inset:0 0 auto;background:Canvas;color:CanvasText}
`;
