namespace Iness.Web.Simulation { internal static class P { } }
namespace Iness.Web.Simulation.Questions { internal static class P { } }
