import { type CustomRenderMethodInput, MercatorCoordinate } from 'maplibre-gl';
import type { Surface } from '#figures/surface.ts';
import { rdToWgs84 } from '#geometry/rd.ts';

/** RD is not parallel to the map: between this many lines across the raster the difference is centimetres. */
const MESH = 16;

const VERTEX = `#version 300 es
in vec2 at;
in vec2 pixel;
uniform mat4 matrix;
out vec2 place;
void main() {
  place = pixel;
  gl_Position = matrix * vec4(at, 0.0, 1.0);
}`;

/**
 * Interpolates the sums, divides them, and draws the class: its colour, a hatch that grows heavier with it, and
 * a line between classes. The hatch keeps its distance on the screen and hangs on the raster's corner.
 */
const FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2D;
in vec2 place;
uniform sampler2D sums;
uniform float least;
uniform float bounds[4];
uniform vec3 colours[6];
uniform vec3 outline;
uniform vec3 pale;
uniform float pixels;
uniform float opacity;
out vec4 colour;

vec3 sumsAt(ivec2 cell) {
  return texelFetch(sums, clamp(cell, ivec2(0), textureSize(sums, 0) - 1), 0).rgb;
}

void main() {
  vec2 corner = floor(place - 0.5);
  vec2 part = place - 0.5 - corner;
  ivec2 cell = ivec2(corner);
  vec3 sum = mix(
    mix(sumsAt(cell), sumsAt(cell + ivec2(1, 0)), part.x),
    mix(sumsAt(cell + ivec2(0, 1)), sumsAt(cell + ivec2(1, 1)), part.x),
    part.y);
  float rate = 100.0 * sum.r / max(sum.g, 1e-6);
  float steepness = max(fwidth(rate), 1e-6);
  float edge = clamp((sum.b - least) / max(fwidth(sum.b), 1e-6) + 0.5, 0.0, 1.0);
  float line = 0.0;
  int rank = rate > 0.0 ? 1 : 0;
  for (int index = 0; index < 4; index++) {
    if (rate >= bounds[index]) rank = index + 2;
    line = max(line, 1.0 - smoothstep(0.6, 1.4, abs(rate - bounds[index]) / steepness));
  }
  float across = mod((place.x - place.y) * pixels, 9.0);
  float reach = 0.16 + 0.26 * float(rank);
  float hatch = rank == 0 ? 0.0 : 1.0 - smoothstep(reach, reach + 0.7, abs(across - 4.5));
  vec3 shade = colours[0];
  for (int index = 1; index < 6; index++) if (rank == index) shade = colours[index];
  float mark = max(0.55 * line, 0.34 * hatch);
  float alpha = (rank == 0 ? 0.35 : mix(0.74, 0.95, mark)) * edge * opacity;
  vec3 ink = rank > 3 && line < hatch ? pale : outline;
  colour = vec4(mix(shade, ink, mark) * alpha, alpha);
}`;

/** Colours in the order of the classes, `none` first; each channel from 0 to 1. */
export interface SurfaceColours {
  classes: readonly number[];
  /** Lines between classes, and the hatch of the lighter ones. */
  outline: readonly number[];
  /** Hatch of the two darkest classes. */
  pale: readonly number[];
}

/** What is drawn: numbers and how they are judged. */
export interface SurfacePicture extends SurfaceColours {
  surface: Surface;
  least: number;
  bounds: readonly number[];
}

/** Draws a surface with WebGL: a step in time is one texture, and no tile is laid out again. */
export class SurfacePainter {
  #gl: WebGL2RenderingContext;
  #program: WebGLProgram;
  #mesh: WebGLBuffer;
  #indexes: WebGLBuffer;
  #texture: WebGLTexture;
  #shape = '';
  #drawn: Surface | undefined;
  #origin: readonly [number, number] = [0, 0];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = programOf(gl);
    this.#mesh = gl.createBuffer();
    this.#indexes = gl.createBuffer();
    this.#texture = gl.createTexture();
  }

  /** Draws the picture over what is there. @param metresPerPixel in CSS pixels */
  draw(picture: SurfacePicture, input: CustomRenderMethodInput, metresPerPixel: number, opacity: number) {
    const gl = this.#gl;
    gl.useProgram(this.#program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    if (this.#drawn !== picture.surface) this.#upload(picture.surface);
    this.#uniforms(picture, input, picture.surface.resolution / metresPerPixel, opacity);
    gl.bindVertexArray(null);
    this.#attributes();
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#indexes);
    gl.drawElements(gl.TRIANGLES, 6 * MESH * MESH, gl.UNSIGNED_SHORT, 0);
  }

  /** Gives everything back. */
  remove(): void {
    this.#gl.deleteProgram(this.#program);
    this.#gl.deleteBuffer(this.#mesh);
    this.#gl.deleteBuffer(this.#indexes);
    this.#gl.deleteTexture(this.#texture);
  }

  #upload(surface: Surface): void {
    const gl = this.#gl;
    const { width, height, west, north, resolution, sums } = surface;
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB32F, width, height, 0, gl.RGB, gl.FLOAT, sums);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER] as const)
      gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
    this.#drawn = surface;
    const shape = [width, height, west, north, resolution].join();
    if (shape !== this.#shape) this.#lay(surface);
    this.#shape = shape;
  }

  /** The raster's mesh: offsets from its corner, so that single precision is enough on every zoom. */
  #lay({ width, height, west, north, resolution }: Surface): void {
    const gl = this.#gl;
    const mercator = (column: number, row: number) => {
      const [lng, lat] = rdToWgs84([west + column * resolution, north - row * resolution]);
      return MercatorCoordinate.fromLngLat({ lng, lat });
    };
    const { x, y } = mercator(0, 0);
    this.#origin = [x, y];
    const vertices = new Float32Array(4 * (MESH + 1) ** 2);
    for (let index = 0; index < (MESH + 1) ** 2; index++) {
      const column = ((index % (MESH + 1)) / MESH) * width;
      const row = (Math.floor(index / (MESH + 1)) / MESH) * height;
      const at = mercator(column, row);
      vertices.set([at.x - x, at.y - y, column, row], 4 * index);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#mesh);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#indexes);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, meshIndexes(), gl.STATIC_DRAW);
  }

  #uniforms(
    { least, bounds, classes, outline, pale }: SurfacePicture,
    input: CustomRenderMethodInput,
    pixels: number,
    opacity: number,
  ): void {
    const gl = this.#gl;
    const at = (name: string) => gl.getUniformLocation(this.#program, name);
    gl.uniformMatrix4fv(
      at('matrix'),
      false,
      movedBy(input.defaultProjectionData.mainMatrix as ArrayLike<number>, this.#origin),
    );
    gl.uniform1i(at('sums'), 0);
    gl.uniform1f(at('least'), least);
    gl.uniform1fv(at('bounds'), [...bounds]);
    gl.uniform3fv(at('colours'), [...classes]);
    gl.uniform3fv(at('outline'), [...outline]);
    gl.uniform3fv(at('pale'), [...pale]);
    gl.uniform1f(at('pixels'), pixels);
    gl.uniform1f(at('opacity'), opacity);
  }

  #attributes(): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#mesh);
    for (const [name, offset] of [
      ['at', 0],
      ['pixel', 8],
    ] as const) {
      const location = gl.getAttribLocation(this.#program, name);
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, 2, gl.FLOAT, false, 16, offset);
    }
  }
}

/** Two triangles per field of the mesh. */
function meshIndexes(): Uint16Array {
  const indexes: number[] = [];
  for (let row = 0; row < MESH; row++)
    for (let column = 0; column < MESH; column++) {
      const first = row * (MESH + 1) + column;
      const below = first + MESH + 1;
      indexes.push(first, below, first + 1, first + 1, below, below + 1);
    }
  return Uint16Array.from(indexes);
}

/** A column-major matrix after a move, in double precision: `matrix * translation(x, y)`. */
function movedBy(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const moved = Float64Array.from(matrix);
  for (let row = 0; row < 4; row++)
    moved[12 + row] = matrix[row]! * x + matrix[4 + row]! * y + matrix[12 + row]!;
  return Float32Array.from(moved);
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`The surface cannot be drawn: ${gl.getProgramInfoLog(program)}`);
  return program;
}
