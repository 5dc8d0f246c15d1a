var LEVELS = {low:10, "middle":50,   'high' : 100}

function Item(name,count,price) { this.name=name; this.count=count||0; this.price = price||0 }
Item.prototype.total=function( ){ return this.count*this.price }

function Inventory(items) { this.items={}; for(var i=0;i<(items||[]).length;i++) this.add(items[i]) }
Inventory.prototype.add=function(item,replace) {
  if(this.items[item.name]&&!replace) { throw new Error("there is an item called "+item.name+" already, remove it first or replace it") }
  this.items[item.name]=item; return this }
Inventory.prototype.remove=function(name){ var item=this.items[name]; delete this.items[name]; return item }
Inventory.prototype.byLevel=function() {
  var result={}, names = Object.keys(LEVELS).sort(function(a,b) { return LEVELS[a]-LEVELS[b] })
  names.forEach(function(level) { result[level]=[] })
  for(var name in this.items) { var item=this.items[name]
    for(var i=0;i<names.length;i++) { if(item.count<=LEVELS[names[i]]) { result[names[i]].push(item); break } } }
  return result
}
Inventory.prototype.report=function(write) {
  var levels=this.byLevel()
  Object.keys(levels).forEach(function(level) {
    write(level.toUpperCase())
    levels[level].forEach(function(item){ write('  '+item.name+' '+item.count+' '+item.total().toFixed(2)) }) })
}

function load(text) {
  return new Inventory(text.split("\n").filter(function(line){ return line.trim()&&line[0]!='#' }).map(function(line) {
    var parts=line.split(';'); return new Item(parts[0],parseInt(parts[1],10),parseFloat(parts[2])) }))
}

load("bolts;12;0.25\nnuts;70;0.10\nwashers;7;0.02").report(function(line) { console.log(line) })
