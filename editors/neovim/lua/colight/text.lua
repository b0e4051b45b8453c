--- Outputs as lines of text.
local M = {}

M.TABLE = 'application/vnd.colight.table+json'

local MAX_COLUMN = 30

--- Returns a text on one line.
function M.line(text)
  return (text:gsub('\r\n', '⏎'):gsub('[\n\r]', '⏎'):gsub('%c', ' '))
end

--- Returns a line cut to a number of cells of the screen.
function M.cut(text, cells)
  if vim.fn.strdisplaywidth(text) <= cells then
    return text
  end
  local result, width = {}, 0
  for _, char in ipairs(vim.fn.split(text, '\\zs')) do
    width = width + vim.fn.strdisplaywidth(char)
    if width > cells - 1 then
      break
    end
    result[#result + 1] = char
  end
  return table.concat(result) .. '…'
end

--- Returns the lines of a text, without empty ones at its end.
function M.lines(text)
  local result = vim.split((text:gsub('\r\n?', '\n'):gsub('\t', '    ')), '\n', { plain = true })
  while #result > 1 and result[#result] == '' do
    result[#result] = nil
  end
  for i, line in ipairs(result) do
    result[i] = line:gsub('%c', ' ')
  end
  return result
end

--- Types whose values have no braces in their texts but within quotes.
local plain = {}
local names = 'boolean byte char short int long float double String '
  .. 'Boolean Byte Character Short Integer Long Float Double'
for name in names:gmatch('%a+') do
  plain[name] = true
end

--- Returns where what is in quotes ends that begins at an index.
local function end_of_quoted(text, first)
  local quote, at = text:sub(first, first), first + 1
  while at <= #text and text:sub(at, at) ~= quote do
    at = at + (text:sub(at, at) == '\\' and 2 or 1)
  end
  return at
end

--- Returns a value as short as Java lets it be written: an array that is shown whole without what
--- its declaration says.
function M.short(text, type, cells)
  local element = type and type:match('^(%a+)%[')
  if not plain[element] or vim.fn.strdisplaywidth(text) > cells then
    return text
  end
  local result, at = {}, 1
  while at <= #text do
    local char = text:sub(at, at)
    local opening = text:match('^%a+[%[%d%]]+ { *', at)
    local closing = text:match('^ *}', at)
    if char == '"' or char == "'" then
      local last = end_of_quoted(text, at)
      result[#result + 1] = text:sub(at, last)
      at = last + 1
    elseif opening or closing then
      result[#result + 1] = opening and '{' or '}'
      at = at + #(opening or closing)
    else
      result[#result + 1] = char
      at = at + 1
    end
  end
  return table.concat(result)
end

local function pad(text, width, right)
  local fill = (' '):rep(width - vim.fn.strdisplaywidth(text))
  return right and fill .. text or text .. fill
end

--- Returns the lines of a table: its head, a rule, its rows, and how many more there are.
---@param json string
---@return string[]? lines nil where it is no table
function M.table(json)
  local ok, data = pcall(vim.json.decode, json, { luanil = { object = true, array = true } })
  if not ok or type(data) ~= 'table' or type(data.columns) ~= 'table' then
    return nil
  end
  local names, right = {}, {}
  if data.index then
    names[1], right[1] = '', false
  end
  for _, column in ipairs(data.columns) do
    names[#names + 1], right[#names + 1] = column.name, column.type == 'number'
  end
  local rows = { names }
  for i, row in ipairs(data.rows or {}) do
    local cells = {}
    if data.index then
      cells[1] = data.index[i] or ''
    end
    for column = 1, #data.columns do
      cells[#cells + 1] = row[column] == nil and 'null' or row[column]
    end
    rows[#rows + 1] = cells
  end
  local widths = {}
  for _, row in ipairs(rows) do
    for i = 1, #names do
      row[i] = M.cut(M.line(tostring(row[i])), MAX_COLUMN)
      widths[i] = math.max(widths[i] or 0, vim.fn.strdisplaywidth(row[i]))
    end
  end
  local result = {}
  for r, row in ipairs(rows) do
    local cells = {}
    for i = 1, #names do
      cells[i] = pad(row[i], widths[i], right[i])
    end
    result[#result + 1] = (table.concat(cells, ' │ '):gsub('%s+$', ''))
    if r == 1 then
      local rule = vim.tbl_map(function(width)
        return ('─'):rep(width)
      end, widths)
      result[#result + 1] = table.concat(rule, '─┼─')
    end
  end
  local total, here = data.total or -1, #rows - 1
  if total > here then
    result[#result + 1] = ('… %d more rows'):format(total - here)
  elseif total < 0 then
    result[#result + 1] = '… more rows'
  end
  return result
end

local function inline(payload)
  return type(payload) == 'string' and payload or nil
end

--- Returns the whole of an output, as lines.
---@return string[]
function M.output(output)
  local data = inline(output.mime[M.TABLE])
  return data and M.table(data) or M.lines(inline(output.mime['text/plain']) or '')
end

--- Returns what an output is called: its name and its type.
function M.title(output)
  if output.kind == 'stdout' or output.kind == 'stderr' then
    return output.kind == 'stdout' and 'output' or 'errors'
  end
  local parts = {}
  parts[#parts + 1] = output.name
  parts[#parts + 1] = output.type
  return #parts == 0 and output.kind or table.concat(parts, ': ')
end

return M
