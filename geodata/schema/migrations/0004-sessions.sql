-- Sign-in: one-time tokens and sessions, both only as SHA-256 of what the browser holds.

create table sign_in_token (
  hash text primary key,
  role text not null check (role in ('planner')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table session (
  hash text primary key,
  role text not null check (role in ('planner')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
