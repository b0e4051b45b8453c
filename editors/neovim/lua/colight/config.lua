--- The settings, and what they are where nobody says otherwise.
local M = {}

---@class colight.Config
M.defaults = {
  -- How to start the server: a list, or a function as vim.lsp.rpc.connect returns it. nil takes the
  -- `colight` of the clone that this plugin is in, else the one on $PATH.
  cmd = nil,
  -- The file that `colight lsp --socket` was given as its --token-file; only for cmd = connect(…).
  token_file = nil,
  -- Starts the server for each .jsh file, and for .java files that say `// | live`.
  autostart = true,
  -- Settings of the server: run ('type', 'save' or 'manual'), timeoutSeconds, …
  settings = {},
  -- Milliseconds for which typing may pause before the server hears of it.
  debounce = 30,
  -- Results at the end of the line of their statement.
  virtual_text = {
    enabled = true,
    -- Cells of a value; what is longer is cut.
    max_width = 80,
  },
  -- Results of several lines, tables and output below their statement.
  virtual_lines = {
    enabled = true,
    -- Lines of one result; what is longer is cut, and whole in the results window.
    max_lines = 12,
  },
  -- The state of a block in the sign column at its first line; false for none.
  signs = {
    queued = '·',
    running = '▶',
    fresh = '✓',
    stale = '~',
    held = '⏸',
    blocked = '⊘',
    error = '✗',
  },
  -- The window of :ColightResults.
  results = {
    -- 'bottom' or 'right'.
    position = 'bottom',
    -- Lines of one at the bottom, columns of one at the right.
    size = 12,
  },
  -- Whether diagnostics of the server are shown as virtual text too; errors are already.
  diagnostics_virtual_text = false,
  -- Whether the server's inlay hints are shown too; values are already.
  inlay_hints = false,
  -- Called with (client, buffer) when a document is followed.
  on_attach = nil,
}

---@type colight.Config
M.current = vim.deepcopy(M.defaults)

local choices = {
  ['results.position'] = { 'bottom', 'right' },
}

--- Says what is wrong with options, one sentence each.
---@return string[]
local function problems(options, defaults, path)
  local found = {}
  for key, value in pairs(options) do
    local name = path .. key
    local default = defaults[key]
    local optional = name == 'cmd' or name == 'token_file' or name == 'on_attach'
    if default == nil and not optional then
      found[#found + 1] = ("there is no option '%s'"):format(name)
    elseif choices[name] and not vim.tbl_contains(choices[name], value) then
      found[#found + 1] = ("'%s' has to be %s"):format(
        name,
        table.concat(choices[name], ' or ')
      )
    elseif type(default) == 'table' and type(value) == 'table' and name ~= 'settings' then
      vim.list_extend(found, problems(value, default, name .. '.'))
    elseif
      default ~= nil
      and type(default) ~= type(value)
      and not (name == 'signs' and value == false)
    then
      found[#found + 1] = ("'%s' has to be a %s"):format(name, type(default))
    end
  end
  table.sort(found)
  return found
end

--- Takes options over; what is wrong with them is returned, and the defaults hold for it.
---@param options? table
---@return string[]
function M.set(options)
  local wrong = problems(options or {}, M.defaults, '')
  M.current = vim.tbl_deep_extend('force', vim.deepcopy(M.defaults), #wrong == 0 and options or {})
  return wrong
end

return M
